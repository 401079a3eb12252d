package io.jenkins.plugins.stackdeploy.cloudformation;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudformation.model.StackSet;

/**
 * What a stack set has beside template, parameters and instances: plain values by the names of the step's arguments, so that
 * what is there and what is asked for can be compared.
 */
final class SetSettings {
    static final String PERMISSION_MODEL = "permissionModel";
    static final String DESCRIPTION = "description";
    static final String ADMINISTRATION_ROLE = "administrationRoleArn";
    static final String EXECUTION_ROLE = "executionRoleName";
    static final String TAGS = "tags";
    static final String CAPABILITIES = "capabilities";
    static final String AUTO_DEPLOYMENT = "organizationsAutoDeployment";
    static final String MANAGED_EXECUTION = "managedExecution";

    private SetSettings() {}

    /** What a request asks for; what it leaves as it is is not there. */
    static Map<String, Object> wanted(StackSetDeployRequest request) {
        Map<String, Object> wanted = new LinkedHashMap<>();
        put(wanted, PERMISSION_MODEL, name(request.permissionModel()));
        put(wanted, DESCRIPTION, request.description());
        put(wanted, ADMINISTRATION_ROLE, request.administrationRoleArn());
        put(wanted, EXECUTION_ROLE, request.executionRoleName());
        put(wanted, TAGS, request.tags() == null ? null : new TreeMap<>(request.tags()));
        put(wanted, CAPABILITIES, request.capabilities().isEmpty() ? null : sorted(request.capabilities()));
        put(wanted, AUTO_DEPLOYMENT, name(request.autoDeployment()));
        put(wanted, MANAGED_EXECUTION, request.managedExecution());
        return wanted;
    }

    /** What a stack set has. */
    static Map<String, Object> live(StackSet set) {
        Map<String, Object> live = new LinkedHashMap<>();
        live.put(
                PERMISSION_MODEL,
                Objects.requireNonNullElse(set.permissionModelAsString(), PermissionModel.SELF_MANAGED.name()));
        put(live, DESCRIPTION, set.description());
        if (!isServiceManaged(set)) {
            // A service-managed stack set reports a role of the service's own, which nobody has asked for.
            put(live, ADMINISTRATION_ROLE, set.administrationRoleARN());
            put(live, EXECUTION_ROLE, set.executionRoleName());
        }
        Map<String, String> tags = new TreeMap<>();
        set.tags().forEach(tag -> tags.put(tag.key(), tag.value()));
        live.put(TAGS, tags);
        live.put(CAPABILITIES, sorted(set.capabilitiesAsStrings()));
        live.put(AUTO_DEPLOYMENT, automatic(set.autoDeployment()).name());
        live.put(
                MANAGED_EXECUTION,
                set.managedExecution() != null
                        && Boolean.TRUE.equals(set.managedExecution().active()));
        return live;
    }

    static boolean isServiceManaged(StackSet set) {
        return PermissionModel.SERVICE_MANAGED.name().equals(set.permissionModelAsString());
    }

    private static AutoDeployment automatic(
            software.amazon.awssdk.services.cloudformation.model.AutoDeployment automatic) {
        if (automatic == null || !Boolean.TRUE.equals(automatic.enabled())) {
            return AutoDeployment.DISABLED;
        }
        return Boolean.TRUE.equals(automatic.retainStacksOnAccountRemoval())
                ? AutoDeployment.ENABLED_WITH_STACK_RETENTION
                : AutoDeployment.ENABLED;
    }

    /** A value as people read it; null for nothing. */
    static String text(Object value) {
        String text = null;
        if (value instanceof Map<?, ?> pairs) {
            text = pairs.entrySet().stream()
                    .map(pair -> pair.getKey() + "=" + pair.getValue())
                    .collect(Collectors.joining(", "));
        } else if (value instanceof Collection<?> items) {
            text = items.stream().map(String::valueOf).collect(Collectors.joining(", "));
        } else if (value != null) {
            text = value.toString();
        }
        return text == null || text.isEmpty() ? null : text;
    }

    private static List<String> sorted(Collection<String> items) {
        return items.stream().distinct().sorted().toList();
    }

    private static String name(Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static void put(Map<String, Object> map, String name, Object value) {
        if (value != null) {
            map.put(name, value);
        }
    }
}
