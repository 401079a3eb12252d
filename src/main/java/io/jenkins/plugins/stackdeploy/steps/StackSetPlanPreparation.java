package io.jenkins.plugins.stackdeploy.steps;

import io.jenkins.plugins.stackdeploy.cloudformation.StackSetDeployRequest;
import io.jenkins.plugins.stackdeploy.cloudformation.StackSetPlanRequest;
import io.jenkins.plugins.stackdeploy.credentials.AwsTarget;
import io.jenkins.plugins.stackdeploy.plan.PlanPolicy;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/** Checks the arguments of stackSetPlan. */
final class StackSetPlanPreparation extends StackSetTemplatePreparation {
    private final StackSetPlanStep step;

    StackSetPlanPreparation(StackSetPlanStep step, Preparation preparation) {
        super(step, preparation);
        this.step = step;
    }

    @Override
    void hidden(Set<String> names) {
        if (!names.isEmpty()) {
            inputs.problem(Messages.Input_planNoEcho(String.join(", ", names)));
        }
    }

    DeployJob prepare() throws IOException, InterruptedException {
        AwsTarget target = common();
        PlanPolicy outdated = inputs.choice("outdated", step.getOutdated(), PlanPolicy.WARN);
        int expires = new PlanInput(preparation, inputs).expiresInMinutes(step.getExpiresInMinutes());
        StackSetDeployRequest deploy = request("stackSetPlan", target);
        StackSetPlanRequest request = new StackSetPlanRequest(
                deploy, outdated, expires, PlanTarget.write(target, secretCredentials(), secretBuildParameters()));
        return new StackSetJob(target, request, secretCredentials(), secretBuildParameters(), Map.of());
    }
}
