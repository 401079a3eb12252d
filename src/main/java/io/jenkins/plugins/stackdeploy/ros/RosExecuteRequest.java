package io.jenkins.plugins.stackdeploy.ros;

import io.jenkins.plugins.stackdeploy.engine.EventDetail;
import io.jenkins.plugins.stackdeploy.plan.Plan;

/**
 * What {@code rosDeploy(plan: p)} asks for. The plan has all that is needed; what is given along with it must be the same.
 *
 * @param plan the plan
 * @param given what a deployment without plan would ask for, as far as it was given: the template and the parameters are null,
 *     and the tags and notification URLs empty, when they were not. Null when nothing was given
 * @param events which events to show
 * @param waitForEnd whether to wait for the end, or only until ROS accepted the request
 * @param watchMinutes how long to watch, at least 1
 */
public record RosExecuteRequest(
        Plan plan, RosDeployRequest given, EventDetail events, boolean waitForEnd, int watchMinutes)
        implements RosRequest {
    @Override
    public String stackName() {
        return plan.name();
    }
}
