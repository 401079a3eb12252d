package io.jenkins.plugins.stackdeploy.steps;

import io.jenkins.plugins.stackdeploy.credentials.AlibabaTarget;
import io.jenkins.plugins.stackdeploy.engine.EventDetail;
import io.jenkins.plugins.stackdeploy.ros.RosDeployRequest;
import java.io.IOException;

/** Checks the arguments of rosDeploy without a plan. */
final class RosDeployPreparation extends RosTemplatePreparation {
    private final RosDeployStep step;

    RosDeployPreparation(RosDeployStep step, Preparation preparation) {
        super(step, preparation);
        this.step = step;
    }

    RosJob prepare() throws IOException, InterruptedException {
        AlibabaTarget target = common();
        EventDetail events = inputs.choice("events", step.getEvents(), EventDetail.CHANGES);
        RosDeployRequest request = request("rosDeploy", new Manner(step.isRecreate(), events, step.isWait()));
        return new RosJob(target, request, secretCredentials(), secretBuildParameters(), encryptedParameters());
    }
}
