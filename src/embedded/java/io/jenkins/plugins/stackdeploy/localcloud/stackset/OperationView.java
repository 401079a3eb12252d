package io.jenkins.plugins.stackdeploy.localcloud.stackset;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;
import java.time.Instant;

/** An operation and its results as answers show them. */
final class OperationView {
    private OperationView() {}

    /** Returns the structure StackSetOperationSummary. */
    static ObjectNode summary(StackSetOperation operation, Instant now) {
        ObjectNode result = Json.object()
                .put("OperationId", operation.id())
                .put("Action", operation.draft().action().name())
                .put("Status", operation.status(now).name())
                .put("CreationTimestamp", operation.createdAt().toString());
        if (!operation.active(now)) {
            result.put("EndTimestamp", operation.end().toString());
        }
        result.putObject("StatusDetails").put("FailedStackInstancesCount", operation.failed(now));
        result.set("OperationPreferences", preferences(operation.draft().preferences()));
        return result;
    }

    /** Returns the structure StackSetOperation. */
    static ObjectNode full(StackSetRecord set, StackSetOperation operation, Instant now) {
        OperationDraft draft = operation.draft();
        ObjectNode result = summary(operation, now).put("StackSetId", set.id());
        if (draft.action() == OperationAction.DELETE) {
            result.put("RetainStacks", draft.retainStacks());
        }
        if (set.settings().permissionModel() == PermissionModel.SELF_MANAGED) {
            result.put("AdministrationRoleARN", set.settings().administrationRoleArn())
                    .put("ExecutionRoleName", set.settings().executionRoleName());
        } else {
            ObjectNode targets = result.putObject("DeploymentTargets");
            targets.set("Accounts", Json.texts(draft.requested().accounts()));
            targets.set("OrganizationalUnitIds", Json.texts(draft.requested().units()));
        }
        return result;
    }

    /** Returns the structure StackSetOperationResultSummary. */
    static ObjectNode result(TargetPlan plan, Instant now) {
        ResultStatus status = plan.at(now);
        Target target = plan.target();
        ObjectNode result = Json.object()
                .put("Account", target.account())
                .put("Region", target.region())
                .put("Status", status.name());
        if (status == plan.outcome() && plan.reason() != null) {
            result.put("StatusReason", plan.reason());
        }
        if (plan.begunBy(now)) {
            result.putObject("AccountGateResult")
                    .put("Status", "SKIPPED")
                    .put(
                            "StatusReason",
                            "Function not found: arn:aws:lambda:" + target.region() + ":" + target.account()
                                    + ":function:AWSCloudFormationStackSetAccountGate");
        }
        if (target.organizationalUnit() != null) {
            result.put("OrganizationalUnitId", target.organizationalUnit());
        }
        return result;
    }

    private static ObjectNode preferences(Preferences preferences) {
        ObjectNode result = Json.object()
                .put("RegionConcurrencyType", preferences.regionConcurrency().name())
                .put("ConcurrencyMode", preferences.mode().name());
        result.set("RegionOrder", Json.texts(preferences.regionOrder()));
        number(result, "FailureToleranceCount", preferences.failureToleranceCount());
        number(result, "FailureTolerancePercentage", preferences.failureTolerancePercentage());
        number(result, "MaxConcurrentCount", preferences.maxConcurrentCount());
        number(result, "MaxConcurrentPercentage", preferences.maxConcurrentPercentage());
        return result;
    }

    private static void number(ObjectNode result, String name, Integer value) {
        if (value != null) {
            result.put(name, value);
        }
    }
}
