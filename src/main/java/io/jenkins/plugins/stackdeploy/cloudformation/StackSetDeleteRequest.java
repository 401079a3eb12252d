package io.jenkins.plugins.stackdeploy.cloudformation;

/**
 * What {@code stackSetDelete} asks for: all instances are deleted first, then the stack set.
 *
 * @param stackSetName letter first, then letters, digits and hyphens, at most 128
 * @param retainStacks whether the stacks of instances are kept in their accounts
 * @param operations how operations are to go
 */
public record StackSetDeleteRequest(String stackSetName, boolean retainStacks, OperationSettings operations)
        implements StackSetRequest {}
