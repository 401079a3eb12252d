package io.jenkins.plugins.stackdeploy.steps;

import io.jenkins.plugins.stackdeploy.approval.PlanApproval;
import io.jenkins.plugins.stackdeploy.plan.Plan;
import java.io.IOException;
import java.util.Map;

/** Reads what steps take that make plans, or deploy them. */
final class PlanInput {
    private static final int EXPIRES_LEAST = 10;
    private static final int EXPIRES_MOST = 30 * 24 * 60;
    private static final int EXPIRES_USUAL = 24 * 60;

    private final Preparation preparation;
    private final Inputs inputs;

    PlanInput(Preparation preparation, Inputs inputs) {
        this.preparation = preparation;
        this.inputs = inputs;
    }

    /**
     * For how long a plan is good.
     *
     * @param given minutes; null for a day
     * @return minutes; what is wrong with them is noted
     */
    int expiresInMinutes(Integer given) {
        inputs.range("expiresInMinutes", given, EXPIRES_LEAST, EXPIRES_MOST);
        return given == null ? EXPIRES_USUAL : given;
    }

    /**
     * The plan; one of both must be given. What the gates of the build have against it is noted.
     *
     * @param given what a plan step returned; may be null
     * @param file a file of the workspace with that as JSON; may be null
     * @return null when it is no plan, which is noted
     * @throws IOException when the agent cannot be reached, or a gate's files cannot be read
     */
    Plan plan(Map<String, Object> given, String file) throws IOException, InterruptedException {
        if (given != null && file != null) {
            inputs.problem(Messages.Input_planTwice());
            return null;
        }
        try {
            Plan plan = Plan.of(given == null ? GatePlans.read(preparation.files(), file) : given);
            PlanApproval.objection(preparation.run(), plan).ifPresent(inputs::problem);
            return plan;
        } catch (StackDeployException | IllegalArgumentException wrong) {
            inputs.problem(wrong.getMessage());
            return null;
        }
    }
}
