package io.jenkins.plugins.stackdeploy.ros;

/** What a step on a stack asks for, checked and complete but for secrets. */
public sealed interface RosRequest
        permits RosDeployRequest,
                RosDeleteRequest,
                RosStatusRequest,
                RosPlanRequest,
                RosExecuteRequest,
                RosDiscardRequest {
    /**
     * How long to watch.
     *
     * @return minutes, at least 1
     */
    int watchMinutes();
}
