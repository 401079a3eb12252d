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
     * Which stack it is about.
     *
     * @return the stack's name
     */
    String stackName();

    /**
     * How long to watch.
     *
     * @return minutes, at least 1
     */
    int watchMinutes();
}
