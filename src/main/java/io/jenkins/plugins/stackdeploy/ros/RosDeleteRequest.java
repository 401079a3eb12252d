package io.jenkins.plugins.stackdeploy.ros;

import io.jenkins.plugins.stackdeploy.engine.EventDetail;
import java.util.List;

/**
 * What {@code rosDelete} asks for.
 *
 * @param stackName the stack's name
 * @param retainResources logical ids of resources to keep
 * @param retainAllResources whether to keep all of them and forget only the stack
 * @param ramRoleName the role that ROS takes on; may be null
 * @param waitForOthers whether to wait for an operation of somebody else, or refuse
 * @param events which events to show
 * @param waitForEnd whether to wait for the end
 * @param watchMinutes how long to watch, at least 1
 */
public record RosDeleteRequest(
        String stackName,
        List<String> retainResources,
        boolean retainAllResources,
        String ramRoleName,
        boolean waitForOthers,
        EventDetail events,
        boolean waitForEnd,
        int watchMinutes)
        implements RosRequest {}
