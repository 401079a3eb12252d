package io.jenkins.plugins.stackdeploy.localcloud.stack;

/**
 * An order to let a resource fail. It is looked at when an operation is submitted.
 *
 * @param stackName the stack that holds the resource; {@code *} for any
 * @param logicalId the resource
 * @param on when it fails
 * @param reason what its status reason then says
 */
public record FailureRule(String stackName, String logicalId, FailOn on, String reason) {
    boolean matches(String stack, String resource, FailOn phase) {
        return (stackName.equals("*") || stackName.equals(stack)) && logicalId.equals(resource) && on == phase;
    }
}
