package io.jenkins.plugins.stackdeploy.steps;

/** What stopping the build does to the deployment. */
enum AbortPolicy {
    /** The cloud goes on with it. */
    LEAVE,
    /** The cloud is asked to cancel it. */
    CANCEL
}
