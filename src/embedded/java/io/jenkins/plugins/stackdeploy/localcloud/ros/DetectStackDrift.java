package io.jenkins.plugins.stackdeploy.localcloud.ros;

import io.jenkins.plugins.stackdeploy.localcloud.stack.DriftDetection;
import io.jenkins.plugins.stackdeploy.localcloud.stack.Ids;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackFamily;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackRecord;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;
import java.time.Instant;

/** DetectStackDrift: takes a nominal second per resource and two more. */
final class DetectStackDrift implements RosAction {
    private static final ParameterSpec SPEC =
            ParameterSpec.of("ClientToken:S, LogicalResourceId.N, RegionId*:S, StackId*:S");

    @Override
    public ParameterSpec spec() {
        return SPEC;
    }

    @Override
    public Answer run(Call call) {
        StackFamily family = call.idleFamily();
        StackRecord stack = family.root();
        double seconds = 2 + stack.at(call.now()).resources().size();
        Instant end = call.cloud().bench().pace().after(call.now(), seconds);
        DriftDetection detection = new DriftDetection(Ids.uuid(), stack.id(), call.now(), end);
        family.driftDetections().add(detection);
        return call.commit(family, Json.object().put("DriftDetectionId", detection.id()));
    }
}
