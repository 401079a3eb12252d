package io.jenkins.plugins.stackdeploy.ros;

import io.jenkins.plugins.stackdeploy.plan.PlanPolicy;
import java.util.Map;

/**
 * What {@code rosPlan} asks for.
 *
 * @param deploy what would be deployed; {@code recreate} cannot be planned and is false
 * @param replacements what is thought of changes that replace a resource, or may
 * @param deletions what is thought of changes that delete a resource
 * @param estimateCost whether to ask what it would cost
 * @param expiresInMinutes for how long the plan may be deployed, at least 1
 * @param target how to reach the account again, kept in the plan; plain values, no secrets
 */
public record RosPlanRequest(
        RosDeployRequest deploy,
        PlanPolicy replacements,
        PlanPolicy deletions,
        boolean estimateCost,
        int expiresInMinutes,
        Map<String, Object> target)
        implements RosRequest {
    @Override
    public String stackName() {
        return deploy.stackName();
    }

    @Override
    public int watchMinutes() {
        return deploy.watchMinutes();
    }
}
