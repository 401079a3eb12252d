package io.jenkins.plugins.stackdeploy.localcloud.stack;

/**
 * What planning an operation needs to know about the world.
 *
 * @param pace how long work takes
 * @param failures failures ordered by tests
 * @param sources templates known by id or URL
 */
public record Workbench(Pace pace, FailureBook failures, TemplateSources sources) {}
