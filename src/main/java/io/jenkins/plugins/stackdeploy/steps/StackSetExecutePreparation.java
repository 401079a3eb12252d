package io.jenkins.plugins.stackdeploy.steps;

import io.jenkins.plugins.stackdeploy.cloudformation.StackSetDeployRequest;
import io.jenkins.plugins.stackdeploy.cloudformation.StackSetExecuteRequest;
import io.jenkins.plugins.stackdeploy.credentials.AwsClients;
import io.jenkins.plugins.stackdeploy.credentials.AwsTarget;
import io.jenkins.plugins.stackdeploy.plan.Plan;
import java.io.IOException;
import java.util.Map;

/** Checks the arguments of stackSetDeploy with a plan. What is given beside the plan is compared to it, before anything is done. */
final class StackSetExecutePreparation extends StackSetTemplatePreparation {
    private static final String FUNCTION = "stackSetDeploy";

    private final StackSetDeployStep step;

    StackSetExecutePreparation(StackSetDeployStep step, Preparation preparation) {
        super(step, preparation);
        this.step = step;
    }

    @Override
    boolean isPartial() {
        return true;
    }

    @Override
    String templateUrl() {
        return step.getTemplateUrl();
    }

    DeployJob prepare() throws IOException, InterruptedException {
        Plan plan = new PlanInput(preparation, inputs).plan(step.getPlan(), step.getPlanFile());
        policies();
        if (plan == null) {
            inputs.check(FUNCTION);
        }
        if (step.getStackSetName() != null && !step.getStackSetName().equals(plan.name())) {
            inputs.problem(Messages.Input_planOfOtherSet(plan.name(), step.getStackSetName()));
        }
        AwsTarget target = PlanTarget.target(plan, step);
        inputs.problems(AwsClients.problems(target, preparation.run()));
        Map<String, String> secrets = PlanTarget.secretCredentials(plan);
        StackSetDeployRequest given = request(FUNCTION, target);
        sameSecrets(secrets);
        return new StackSetJob(
                target,
                new StackSetExecuteRequest(plan, given, given.operations()),
                secrets,
                PlanTarget.secretBuildParameters(plan),
                encryptedParameters());
    }

    /** The log hides the values of the plan's secrets, and what is deployed are those: others must not be given. */
    private void sameSecrets(Map<String, String> planned) throws StackDeployException {
        secretCredentials().forEach((name, id) -> {
            String before = planned.get(name);
            if (!id.equals(before)) {
                inputs.problem(Messages.Input_planSecret(name, id, before == null ? "-" : before));
            }
        });
        inputs.check(FUNCTION);
    }
}
