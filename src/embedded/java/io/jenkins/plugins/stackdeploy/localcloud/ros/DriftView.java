package io.jenkins.plugins.stackdeploy.localcloud.ros;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.localcloud.stack.DriftDetection;
import io.jenkins.plugins.stackdeploy.localcloud.stack.ResourceHints;
import io.jenkins.plugins.stackdeploy.localcloud.stack.ResourceState;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackRecord;
import java.util.Optional;

/** What the last finished drift detection found. */
final class DriftView {
    private DriftView() {}

    static void addTo(ObjectNode view, Call call, StackRecord stack) {
        Optional<DriftDetection> last = last(call, stack);
        view.put("StackDriftStatus", last.isEmpty() ? "NOT_CHECKED" : stackStatus(call, stack));
        view.put(
                "DriftDetectionTime",
                last.map(d -> RosTime.format(d.startedAt())).orElse(null));
    }

    static Optional<DriftDetection> last(Call call, StackRecord stack) {
        return call.cloud().store().familyOf(stack.id()).orElseThrow().driftDetections().stream()
                .filter(d -> d.stackId().equals(stack.id()) && !d.endsAt().isAfter(call.now()))
                .reduce((first, second) -> second);
    }

    static String stackStatus(Call call, StackRecord stack) {
        boolean drifted = stack.at(call.now()).resources().values().stream().anyMatch(DriftView::drifted);
        return drifted ? "DRIFTED" : "IN_SYNC";
    }

    static boolean drifted(ResourceState resource) {
        return resource.exists()
                && resource.target() != null
                && !new ResourceHints(resource.target().metadata()).drift().isEmpty();
    }
}
