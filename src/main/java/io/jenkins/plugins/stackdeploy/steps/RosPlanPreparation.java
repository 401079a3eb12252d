package io.jenkins.plugins.stackdeploy.steps;

import io.jenkins.plugins.stackdeploy.credentials.AlibabaTarget;
import io.jenkins.plugins.stackdeploy.engine.EventDetail;
import io.jenkins.plugins.stackdeploy.plan.PlanPolicy;
import io.jenkins.plugins.stackdeploy.ros.RosDeployRequest;
import io.jenkins.plugins.stackdeploy.ros.RosPlanRequest;
import java.io.IOException;

/** Checks the arguments of rosPlan. */
final class RosPlanPreparation extends RosTemplatePreparation {
    private static final int EXPIRES_LEAST = 10;
    private static final int EXPIRES_MOST = 30 * 24 * 60;
    private static final int EXPIRES_USUAL = 24 * 60;

    private final RosPlanStep step;

    RosPlanPreparation(RosPlanStep step, Preparation preparation) {
        super(step, preparation);
        this.step = step;
    }

    RosJob prepare() throws IOException, InterruptedException {
        AlibabaTarget target = common();
        PlanPolicy replacements = inputs.choice("replacements", step.getReplacements(), PlanPolicy.WARN);
        PlanPolicy deletions = inputs.choice("deletions", step.getDeletions(), PlanPolicy.WARN);
        inputs.range("expiresInMinutes", step.getExpiresInMinutes(), EXPIRES_LEAST, EXPIRES_MOST);
        RosDeployRequest deploy = request("rosPlan", new Manner(false, EventDetail.FAILURES, true));
        RosPlanRequest request = new RosPlanRequest(
                deploy,
                replacements,
                deletions,
                step.isEstimateCost(),
                step.getExpiresInMinutes() == null ? EXPIRES_USUAL : step.getExpiresInMinutes(),
                PlanTarget.write(target, secretCredentials(), secretBuildParameters()));
        return new RosJob(target, request, secretCredentials(), secretBuildParameters());
    }
}
