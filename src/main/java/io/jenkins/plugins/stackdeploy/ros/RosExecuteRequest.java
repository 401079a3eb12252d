package io.jenkins.plugins.stackdeploy.ros;

import io.jenkins.plugins.stackdeploy.engine.EventDetail;
import io.jenkins.plugins.stackdeploy.plan.Plan;
import java.util.List;

/**
 * What {@code rosDeploy(plan: p)} asks for. Template and parameters need not be given: the plan has them. Those that are given
 * must be the plan's.
 *
 * @param plan the plan
 * @param template a template that must be the planned one; null for none
 * @param parameters parameters that must be the planned ones, all of them; null for none
 * @param events which events to show
 * @param waitForEnd whether to wait for the end, or only until ROS accepted the request
 * @param watchMinutes how long to watch, at least 1
 */
public record RosExecuteRequest(
        Plan plan,
        RosTemplate template,
        List<RosParameter> parameters,
        EventDetail events,
        boolean waitForEnd,
        int watchMinutes) {}
