package io.jenkins.plugins.stackdeploy.ros;

/**
 * A plan that nobody will execute.
 *
 * @param stackName the stack's name
 * @param stackId the stack's id
 * @param changeSetId the change set
 * @param shell whether the stack may be an empty one that the change set was made with
 * @param watchMinutes how long to try, at least 1
 */
public record RosDiscardRequest(String stackName, String stackId, String changeSetId, boolean shell, int watchMinutes)
        implements RosRequest {}
