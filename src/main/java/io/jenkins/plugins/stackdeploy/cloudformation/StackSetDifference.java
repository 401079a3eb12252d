package io.jenkins.plugins.stackdeploy.cloudformation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudformation.model.ManagedExecution;
import software.amazon.awssdk.services.cloudformation.model.StackSet;

/**
 * What a request would change of a stack set itself, instances aside. What a request leaves out is no difference, but for
 * parameters, which the service puts back to their defaults.
 *
 * @param template whether the template differs
 * @param autoDeployment whether automatic deployment differs
 * @param permissionModel whether the permission model differs
 * @param changes everything that differs, in a few words each
 * @param notes what has to be said about it, one line each
 */
record StackSetDifference(
        boolean template, boolean autoDeployment, boolean permissionModel, List<String> changes, List<String> notes) {
    StackSetDifference {
        changes = List.copyOf(changes);
        notes = List.copyOf(notes);
    }

    /**
     * Compares.
     *
     * @param live the stack set as it is
     * @param request what is asked for
     * @param secrets the values of secret parameters
     */
    static StackSetDifference between(StackSet live, StackSetDeployRequest request, Map<String, String> secrets) {
        List<String> changes = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        TemplateComparison templates = TemplateComparison.of(live.templateBody(), request.template());
        if (templates.differ()) {
            changes.add(Messages.Change_template());
        }
        if (templates.isUncertain()) {
            notes.add(Messages.Note_templateByUrl(request.template().name()));
        }
        ParameterComparison parameters =
                ParameterComparison.of(live.parameters(), request.parameters(), secrets, templates);
        if (!parameters.changed().isEmpty()) {
            changes.add(Amounts.parametersChanged(parameters.changed()));
        }
        notes.addAll(parameters.notes());
        boolean permissionModel =
                differs(request.permissionModel(), live.permissionModelAsString(), PermissionModel.SELF_MANAGED.name());
        addIf(permissionModel, Messages.Change_permissionModel(), changes);
        addIf(differs(request.description(), live.description()), Messages.Change_description(), changes);
        // A service-managed stack set reports a role of the service's own, which nobody has asked for.
        boolean service = PermissionModel.SERVICE_MANAGED.name().equals(live.permissionModelAsString());
        addIf(
                !service && differs(request.administrationRoleArn(), live.administrationRoleARN()),
                Messages.Change_administrationRole(),
                changes);
        addIf(
                !service && differs(request.executionRoleName(), live.executionRoleName()),
                Messages.Change_executionRole(),
                changes);
        addIf(isOther(request.tags(), live), Messages.Change_tags(), changes);
        addIf(isOther(request.capabilities(), live), Messages.Change_capabilities(), changes);
        boolean autoDeployment = isOther(request.autoDeployment(), live.autoDeployment());
        addIf(autoDeployment, Messages.Change_autoDeployment(), changes);
        addIf(
                isOther(request.managedExecution(), live.managedExecution()),
                Messages.Change_managedExecution(),
                changes);
        return new StackSetDifference(templates.differ(), autoDeployment, permissionModel, changes, notes);
    }

    /** Whether anything differs. */
    boolean isAny() {
        return !changes.isEmpty();
    }

    private static void addIf(boolean condition, String change, List<String> changes) {
        if (condition) {
            changes.add(change);
        }
    }

    private static boolean differs(String wanted, String live) {
        return wanted != null && !wanted.equals(Objects.requireNonNullElse(live, ""));
    }

    private static boolean differs(PermissionModel wanted, String live, String otherwise) {
        return wanted != null && !wanted.name().equals(live == null ? otherwise : live);
    }

    private static boolean isOther(Map<String, String> wanted, StackSet live) {
        Map<String, String> tags = new TreeMap<>();
        live.tags().forEach(tag -> tags.put(tag.key(), tag.value()));
        return wanted != null && !tags.equals(new TreeMap<>(wanted));
    }

    private static boolean isOther(List<String> wanted, StackSet live) {
        return wanted != null
                && !wanted.isEmpty()
                && !Set.copyOf(wanted).equals(new HashSet<>(live.capabilitiesAsStrings()));
    }

    private static boolean isOther(
            AutoDeployment wanted, software.amazon.awssdk.services.cloudformation.model.AutoDeployment live) {
        if (wanted == null) {
            return false;
        }
        boolean enabled = live != null && Boolean.TRUE.equals(live.enabled());
        boolean retained = enabled && Boolean.TRUE.equals(live.retainStacksOnAccountRemoval());
        return enabled != (wanted != AutoDeployment.DISABLED)
                || retained != (wanted == AutoDeployment.ENABLED_WITH_STACK_RETENTION);
    }

    private static boolean isOther(Boolean wanted, ManagedExecution live) {
        return wanted != null && wanted != (live != null && Boolean.TRUE.equals(live.active()));
    }
}
