package io.jenkins.plugins.stackdeploy.steps;

import io.jenkins.plugins.stackdeploy.cloudformation.StackSetDeployRequest;
import io.jenkins.plugins.stackdeploy.credentials.AwsTarget;
import java.io.IOException;

/** Checks the arguments of stackSetDeploy without a plan. */
final class StackSetDeployPreparation extends StackSetTemplatePreparation {
    private final StackSetDeployStep step;

    StackSetDeployPreparation(StackSetDeployStep step, Preparation preparation) {
        super(step, preparation);
        this.step = step;
    }

    @Override
    String templateUrl() {
        return step.getTemplateUrl();
    }

    DeployJob prepare() throws IOException, InterruptedException {
        AwsTarget target = common();
        StackSetDeployRequest request = request("stackSetDeploy", target);
        return new StackSetJob(target, request, secretCredentials(), secretBuildParameters(), encryptedParameters());
    }
}
