package io.jenkins.plugins.stackdeploy.localcloud.stackset;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.localcloud.template.AwsTemplate;
import io.jenkins.plugins.stackdeploy.localcloud.template.Template;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;

/** An instance as answers show it. */
final class InstanceView {
    private InstanceView() {}

    /** Returns the structure StackInstanceSummary. */
    static ObjectNode summary(StackSetRecord set, StackInstance instance) {
        Target target = instance.target();
        ObjectNode result = Json.object()
                .put("StackSetId", set.id())
                .put("Region", target.region())
                .put("Account", target.account())
                .put("Status", instance.status().name())
                .put("DriftStatus", instance.driftCheckedAt() == null ? "NOT_CHECKED" : "IN_SYNC")
                .put("LastOperationId", instance.lastOperationId());
        result.putObject("StackInstanceStatus")
                .put("DetailedStatus", instance.detailedStatus().name());
        if (instance.stackId() != null) {
            result.put("StackId", instance.stackId());
        }
        if (instance.statusReason() != null) {
            result.put("StatusReason", instance.statusReason());
        }
        if (target.organizationalUnit() != null) {
            result.put("OrganizationalUnitId", target.organizationalUnit());
        }
        if (instance.driftCheckedAt() != null) {
            result.put("LastDriftCheckTimestamp", instance.driftCheckedAt().toString());
        }
        return result;
    }

    /** Returns the structure StackInstance. */
    static ObjectNode full(StackSetRecord set, StackInstance instance) {
        Template template = AwsTemplate.parse(set.settings().templateBody());
        ObjectNode result = summary(set, instance);
        var overrides = result.putArray("ParameterOverrides");
        instance.overrides().forEach((key, value) -> overrides
                .addObject()
                .put("ParameterKey", key)
                .put("ParameterValue", StackSetView.masked(template, key, value)));
        return result;
    }
}
