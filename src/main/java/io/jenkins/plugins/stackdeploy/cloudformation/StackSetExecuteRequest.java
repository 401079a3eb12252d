package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.plan.Plan;

/**
 * What {@code stackSetDeploy(plan: p)} asks for. The plan has all that is deployed; what is given along with it must be the
 * same.
 *
 * @param plan the plan
 * @param given what a deployment without plan would ask for, as far as it was given: the template and the parameters are null
 *     when they were not, everything else as it is when it is not given
 * @param operations how to watch operations; what else it has, the plan's holds
 */
public record StackSetExecuteRequest(Plan plan, StackSetDeployRequest given, OperationSettings operations)
        implements StackSetRequest {
    @Override
    public String stackSetName() {
        return plan.name();
    }
}
