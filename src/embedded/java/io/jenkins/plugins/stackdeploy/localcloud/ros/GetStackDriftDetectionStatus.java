package io.jenkins.plugins.stackdeploy.localcloud.ros;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.localcloud.stack.DriftDetection;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackRecord;
import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;

/** GetStackDriftDetectionStatus. */
final class GetStackDriftDetectionStatus implements RosAction {
    private static final ParameterSpec SPEC = ParameterSpec.of("DriftDetectionId*:S, RegionId*:S");

    @Override
    public ParameterSpec spec() {
        return SPEC;
    }

    @Override
    public Answer run(Call call) {
        String id = call.parameters().text("DriftDetectionId");
        DriftDetection detection = call.visibleStacks()
                .flatMap(stack -> call.cloud().store().familyOf(stack.id()).orElseThrow().driftDetections().stream())
                .filter(d -> d.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ApiError(
                        404, "DriftDetectionNotFound", "The DriftDetection (" + id + ") could not be found."));
        StackRecord stack = call.stack(detection.stackId());
        ObjectNode answer = Json.object()
                .put("DriftDetectionId", id)
                .put("StackId", stack.id())
                .put("DriftDetectionTime", RosTime.format(detection.startedAt()));
        if (detection.endsAt().isAfter(call.now())) {
            return Answer.of(
                    answer.put("DriftDetectionStatus", "DETECTION_IN_PROGRESS").put("StackDriftStatus", "NOT_CHECKED"));
        }
        long drifted = stack.at(call.now()).resources().values().stream()
                .filter(DriftView::drifted)
                .count();
        return Answer.of(answer.put("DriftDetectionStatus", "DETECTION_COMPLETE")
                .put("StackDriftStatus", DriftView.stackStatus(call, stack))
                .put("DriftedStackResourceCount", drifted));
    }
}
