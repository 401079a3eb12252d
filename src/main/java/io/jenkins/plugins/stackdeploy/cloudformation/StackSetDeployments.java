package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.engine.Deployment;
import io.jenkins.plugins.stackdeploy.engine.SecretValues;

/** Makes what does a request on a stack set. */
public final class StackSetDeployments {
    private StackSetDeployments() {}

    /**
     * The deployment of a request, new or interrupted. Its outcome's facts are listed at {@link StackSetResult#of}.
     *
     * @param context what to work with
     * @param facts its facts, empty for a new one
     * @param request what is asked for; the same after an interruption
     * @param secrets the values of secret parameters and overrides
     * @return to be run by {@link io.jenkins.plugins.stackdeploy.engine.DeploymentRun}
     */
    public static Deployment of(
            StackSetContext context, StackSetFacts facts, StackSetRequest request, SecretValues secrets) {
        if (request instanceof StackSetDeployRequest deploy) {
            return new StackSetDeployment(context, facts, deploy, secrets);
        }
        if (request instanceof StackSetPlanRequest plan) {
            return new StackSetPlanning(context, facts, plan, secrets);
        }
        if (request instanceof StackSetExecuteRequest execute) {
            return StackSetPlanExecution.of(context, facts, execute, secrets);
        }
        if (request instanceof StackInstancesRequest instances) {
            return new StackInstancesDeployment(context, facts, instances, secrets);
        }
        return new StackSetDeletion(context, facts, (StackSetDeleteRequest) request);
    }
}
