package io.jenkins.plugins.stackdeploy.steps;

/** What a failed deployment does to the build. */
enum FailurePolicy {
    /** The step fails. */
    FAIL,
    /** The build becomes unstable and goes on. */
    UNSTABLE,
    /** The build goes on. */
    IGNORE
}
