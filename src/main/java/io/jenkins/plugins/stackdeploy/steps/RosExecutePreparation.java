package io.jenkins.plugins.stackdeploy.steps;

import io.jenkins.plugins.stackdeploy.credentials.AlibabaClients;
import io.jenkins.plugins.stackdeploy.credentials.AlibabaTarget;
import io.jenkins.plugins.stackdeploy.engine.EventDetail;
import io.jenkins.plugins.stackdeploy.plan.Plan;
import io.jenkins.plugins.stackdeploy.ros.RosDeployRequest;
import io.jenkins.plugins.stackdeploy.ros.RosExecuteRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Checks the arguments of rosDeploy with a plan. What is given beside the plan is compared to it, before anything is done. */
final class RosExecutePreparation extends RosTemplatePreparation {
    private static final String FUNCTION = "rosDeploy";

    private final RosDeployStep step;

    RosExecutePreparation(RosDeployStep step, Preparation preparation) {
        super(step, preparation);
        this.step = step;
    }

    @Override
    boolean isPartial() {
        return true;
    }

    RosJob prepare() throws IOException, InterruptedException {
        Plan plan = new PlanInput(preparation, inputs).plan(step.getPlan(), step.getPlanFile());
        policies();
        EventDetail events = inputs.choice("events", step.getEvents(), EventDetail.CHANGES);
        if (step.isRecreate()) {
            inputs.problem(Messages.Input_planRecreate());
        }
        if (plan == null) {
            inputs.check(FUNCTION);
        }
        if (step.getStackName() != null && !step.getStackName().equals(plan.name())) {
            inputs.problem(Messages.Input_planOfOther(plan.name(), step.getStackName()));
        }
        AlibabaTarget target = PlanTarget.target(plan, step);
        inputs.problems(AlibabaClients.problems(target, preparation.run()));
        RosDeployRequest given = request(FUNCTION, new Manner(false, events, step.isWait()));
        Integer minutes = plan.desired().get("timeoutInMinutes") instanceof Integer number ? number : null;
        RosExecuteRequest request = new RosExecuteRequest(
                plan,
                given,
                events,
                step.isWait(),
                watchMinutes(LONGER_MINUTES + (minutes == null ? RosRules.TIMEOUT_USUAL : minutes)));
        Map<String, String> secrets = new LinkedHashMap<>(PlanTarget.secretCredentials(plan));
        secrets.putAll(secretCredentials());
        return new RosJob(target, request, secrets, PlanTarget.secretBuildParameters(plan), encryptedParameters());
    }
}
