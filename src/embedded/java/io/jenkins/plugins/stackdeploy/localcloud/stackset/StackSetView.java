package io.jenkins.plugins.stackdeploy.localcloud.stackset;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.localcloud.template.AwsTemplate;
import io.jenkins.plugins.stackdeploy.localcloud.template.Template;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/** A set as answers show it. */
final class StackSetView {
    private static final String MASK = "****";

    private StackSetView() {}

    /** Returns the structure StackSet. */
    static ObjectNode full(StackSetRecord set) {
        StackSetSettings settings = set.settings();
        boolean selfManaged = settings.permissionModel() == PermissionModel.SELF_MANAGED;
        ObjectNode result = common(set).put("StackSetARN", set.arn()).put("TemplateBody", settings.templateBody());
        Template template = AwsTemplate.parse(settings.templateBody());
        var parameters = result.putArray("Parameters");
        settings.parameters().forEach((key, value) -> parameters
                .addObject()
                .put("ParameterKey", key)
                .put("ParameterValue", masked(template, key, value)));
        result.set("Capabilities", Json.texts(settings.capabilities()));
        var tags = result.putArray("Tags");
        settings.tags().forEach((key, value) -> tags.addObject().put("Key", key).put("Value", value));
        result.put(
                "AdministrationRoleARN",
                selfManaged ? settings.administrationRoleArn() : AdministrationRole.serviceLinked(set.accountId()));
        if (selfManaged) {
            result.put("ExecutionRoleName", settings.executionRoleName());
        }
        ObjectNode drift = result.putObject("StackSetDriftDetectionDetails")
                .put("DriftStatus", driftStatus(set))
                .put("TotalStackInstancesCount", set.instances().size());
        lastDriftCheck(set).ifPresent(at -> drift.put("LastDriftCheckTimestamp", at.toString()));
        TreeSet<String> units = new TreeSet<>();
        TreeSet<String> regions = new TreeSet<>();
        set.instances().forEach(instance -> {
            Optional.ofNullable(instance.target().organizationalUnit()).ifPresent(units::add);
            regions.add(instance.target().region());
        });
        result.set("OrganizationalUnitIds", Json.texts(units));
        result.set("Regions", Json.texts(regions));
        return result;
    }

    /** Returns the structure StackSetSummary. */
    static ObjectNode summary(StackSetRecord set) {
        ObjectNode result = common(set).put("DriftStatus", driftStatus(set));
        lastDriftCheck(set).ifPresent(at -> result.put("LastDriftCheckTimestamp", at.toString()));
        return result;
    }

    /** Returns a value as it may be shown: a NoEcho parameter's as asterisks. */
    static String masked(Template template, String key, String value) {
        var definition = template.parameters().get(key);
        return definition != null && definition.noEcho() ? MASK : value;
    }

    private static ObjectNode common(StackSetRecord set) {
        StackSetSettings settings = set.settings();
        ObjectNode result = Json.object()
                .put("StackSetName", set.name())
                .put("StackSetId", set.id())
                .put("Status", set.deleted() ? "DELETED" : "ACTIVE")
                .put("PermissionModel", settings.permissionModel().name());
        if (!settings.description().isEmpty()) {
            result.put("Description", settings.description());
        }
        AutoDeployment auto = settings.autoDeployment();
        if (auto != null) {
            ObjectNode shown = result.putObject("AutoDeployment").put("Enabled", auto.enabled());
            if (auto.retainStacks() != null) {
                shown.put("RetainStacksOnAccountRemoval", auto.retainStacks());
            }
        }
        result.putObject("ManagedExecution").put("Active", settings.managedExecution());
        return result;
    }

    private static String driftStatus(StackSetRecord set) {
        return lastDriftCheck(set).isPresent() ? "IN_SYNC" : "NOT_CHECKED";
    }

    private static Optional<Instant> lastDriftCheck(StackSetRecord set) {
        return set.instances().stream()
                .map(StackInstance::driftCheckedAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
    }
}
