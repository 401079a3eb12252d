package io.jenkins.plugins.stackdeploy.steps;

import io.jenkins.plugins.stackdeploy.credentials.AlibabaTarget;
import io.jenkins.plugins.stackdeploy.engine.EventDetail;
import io.jenkins.plugins.stackdeploy.plan.PlanPolicy;
import io.jenkins.plugins.stackdeploy.ros.RosDeployRequest;
import io.jenkins.plugins.stackdeploy.ros.RosPlanRequest;
import java.io.IOException;

/** Checks the arguments of rosPlan. */
final class RosPlanPreparation extends RosTemplatePreparation {
    private final RosPlanStep step;

    RosPlanPreparation(RosPlanStep step, Preparation preparation) {
        super(step, preparation);
        this.step = step;
    }

    RosJob prepare() throws IOException, InterruptedException {
        AlibabaTarget target = common();
        PlanPolicy replacements = inputs.choice("replacements", step.getReplacements(), PlanPolicy.WARN);
        PlanPolicy deletions = inputs.choice("deletions", step.getDeletions(), PlanPolicy.WARN);
        int expires = new PlanInput(preparation, inputs).expiresInMinutes(step.getExpiresInMinutes());
        RosDeployRequest deploy = request("rosPlan", new Manner(false, EventDetail.FAILURES, true));
        RosPlanRequest request = new RosPlanRequest(
                deploy,
                replacements,
                deletions,
                step.isEstimateCost(),
                expires,
                PlanTarget.write(target, secretCredentials(), secretBuildParameters()));
        return new RosJob(target, request, secretCredentials(), secretBuildParameters(), encryptedParameters());
    }
}
