package io.jenkins.plugins.stackdeploy.localcloud.ros;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.localcloud.stack.ChangeSet;
import io.jenkins.plugins.stackdeploy.localcloud.stack.Operation;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackFamily;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackRecord;
import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;

/** What the change set actions share: finding one, and its two statuses at some moment. */
final class ChangeSets {
    private ChangeSets() {}

    /**
     * Finds the change set that ChangeSetId names.
     *
     * @throws ApiError ChangeSetNotFound, HTTP 404
     */
    static ChangeSet find(Call call) {
        String id = call.parameters().text("ChangeSetId");
        return call.visibleStacks()
                .flatMap(stack -> call.cloud().store().familyOf(stack.id()).orElseThrow().changeSets().stream())
                .filter(changeSet -> changeSet.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> new ApiError(404, "ChangeSetNotFound", "The ChangeSet " + id + " could not be found."));
    }

    static String status(Call call, ChangeSet changeSet) {
        if (call.now().isBefore(changeSet.readyAt())) {
            return "CREATE_IN_PROGRESS";
        }
        return changeSet.problem() == null ? "CREATE_COMPLETE" : "CREATE_FAILED";
    }

    static String executionStatus(Call call, ChangeSet changeSet) {
        if (!status(call, changeSet).equals("CREATE_COMPLETE")) {
            return "UNAVAILABLE";
        }
        StackRecord stack = call.stack(changeSet.stackId());
        if (changeSet.executedBy() == null) {
            return stack.operations().size() > changeSet.basedOn() ? "OBSOLETE" : "AVAILABLE";
        }
        Operation execution = stack.operations().stream()
                .filter(operation -> operation.requestId().equals(changeSet.executedBy()))
                .findFirst()
                .orElseThrow();
        if (execution.endsAt().isAfter(call.now())) {
            return "EXECUTE_IN_PROGRESS";
        }
        String end = stack.at(execution.endsAt()).status();
        return end.equals(execution.action().complete()) ? "EXECUTE_COMPLETE" : "EXECUTE_FAILED";
    }

    /** The fields that ListChangeSets shows; GetChangeSet shows them too. */
    static ObjectNode summary(Call call, ChangeSet changeSet) {
        StackRecord stack = call.stack(changeSet.stackId());
        ObjectNode view = Json.object()
                .put("ChangeSetId", changeSet.id())
                .put("ChangeSetName", changeSet.name())
                .put("ChangeSetType", changeSet.type())
                .put("CreateTime", RosTime.format(changeSet.createdAt()))
                .put("Description", changeSet.description())
                .put("ExecutionStatus", executionStatus(call, changeSet))
                .put("RegionId", stack.regionId())
                .put("ResourceGroupId", changeSet.settings().resourceGroupId())
                .put("StackId", stack.id())
                .put("StackName", stack.name())
                .put("Status", status(call, changeSet))
                .put(
                        "StatusReason",
                        call.now().isBefore(changeSet.readyAt()) || changeSet.problem() == null
                                ? ""
                                : changeSet.problem());
        ArrayNode tags = view.putArray("Tags");
        changeSet.settings().tags().forEach(tag -> tags.addObject()
                .put("Key", tag.key())
                .put("Value", tag.value()));
        return view;
    }

    static void replace(StackFamily family, ChangeSet changed) {
        family.changeSets().replaceAll(old -> old.id().equals(changed.id()) ? changed : old);
    }
}
