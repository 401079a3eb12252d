package io.jenkins.plugins.stackdeploy.cloudformation;

/**
 * A template parameter's value, or an override of it in stack instances.
 *
 * @param key the parameter's name
 * @param value its value; null when it is secret or the previous one
 * @param secret whether the value is fetched when it is sent, and never shown
 * @param usePrevious whether the value that the stack set or the instance has now is kept
 */
public record StackSetParameter(String key, String value, boolean secret, boolean usePrevious) {}
