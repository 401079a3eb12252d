package io.jenkins.plugins.stackdeploy.ros;

import io.jenkins.plugins.stackdeploy.engine.EventDetail;
import java.util.List;
import java.util.Map;

/**
 * What {@code rosDeploy} asks for, checked and complete but for the secrets. What is null is not sent, so that ROS' own
 * default holds.
 *
 * @param stackName letters, digits, hyphens and underscores, letter first, at most 255
 * @param template the template
 * @param parameters at most 200
 * @param usePreviousParameters whether an update keeps the values of parameters that are not given; may be null
 * @param tags at most 20
 * @param timeoutInMinutes ROS' own timeout, 10 to 1440; may be null
 * @param disableRollback whether a failure is left as it is; may be null
 * @param deletionProtection whether the stack may not be deleted; null to leave it
 * @param stackPolicyBody JSON, at most 16,384 bytes; may be null
 * @param notificationUrls at most 5, used at creation only
 * @param parallelism how many resources at a time, 0 for no limit; may be null
 * @param replacement whether an update may replace resources; may be null
 * @param resourceGroupId may be null
 * @param ramRoleName the role that ROS takes on; may be null
 * @param recreate whether a stack that a failed creation left is deleted and created again
 * @param waitForOthers whether to wait for an operation of somebody else, or refuse
 * @param events which events to show
 * @param waitForEnd whether to wait for the end, or only until ROS accepted the request
 * @param watchMinutes how long to watch, at least 1
 */
public record RosDeployRequest(
        String stackName,
        RosTemplate template,
        List<RosParameter> parameters,
        Boolean usePreviousParameters,
        Map<String, String> tags,
        Integer timeoutInMinutes,
        Boolean disableRollback,
        Boolean deletionProtection,
        String stackPolicyBody,
        List<String> notificationUrls,
        Integer parallelism,
        Boolean replacement,
        String resourceGroupId,
        String ramRoleName,
        boolean recreate,
        boolean waitForOthers,
        EventDetail events,
        boolean waitForEnd,
        int watchMinutes)
        implements RosRequest {}
