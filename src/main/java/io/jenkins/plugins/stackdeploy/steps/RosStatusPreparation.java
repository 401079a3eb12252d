package io.jenkins.plugins.stackdeploy.steps;

import io.jenkins.plugins.stackdeploy.credentials.AlibabaTarget;
import io.jenkins.plugins.stackdeploy.ros.RosStatusRequest;
import java.util.List;
import java.util.Map;

/** Checks the arguments of rosStatus. */
final class RosStatusPreparation extends RosPreparation {
    private static final int USUAL_MINUTES = 20;

    private final RosStatusStep step;

    RosStatusPreparation(RosStatusStep step, Preparation preparation) {
        super(step, preparation);
        this.step = step;
    }

    RosJob prepare() throws StackDeployException {
        AlibabaTarget target = common();
        inputs.check("rosStatus");
        RosStatusRequest request =
                new RosStatusRequest(step.getStackName(), step.isDetectDrift(), watchMinutes(USUAL_MINUTES));
        return new RosJob(target, request, Map.of(), List.of(), Map.of());
    }
}
