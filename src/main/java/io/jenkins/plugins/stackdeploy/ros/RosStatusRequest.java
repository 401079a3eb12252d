package io.jenkins.plugins.stackdeploy.ros;

/**
 * What {@code rosStatus} asks for.
 *
 * @param stackName the stack's name
 * @param detectDrift whether to compare the resources with the template
 * @param watchMinutes how long to wait for the comparison, at least 1
 */
public record RosStatusRequest(String stackName, boolean detectDrift, int watchMinutes) implements RosRequest {}
