package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.plan.PlanPolicy;
import java.util.Map;

/**
 * What {@code stackSetPlan} asks for.
 *
 * @param deploy what would be deployed; its template has a text, since what is behind a URL may be another thing each time
 * @param outdated what is thought of instances that are left OUTDATED
 * @param expiresInMinutes for how long the plan may be deployed, at least 1
 * @param target how to reach the account again, kept in the plan; plain values, no secrets
 */
public record StackSetPlanRequest(
        StackSetDeployRequest deploy, PlanPolicy outdated, int expiresInMinutes, Map<String, Object> target)
        implements StackSetRequest {
    @Override
    public String stackSetName() {
        return deploy.stackSetName();
    }

    @Override
    public OperationSettings operations() {
        return deploy.operations();
    }
}
