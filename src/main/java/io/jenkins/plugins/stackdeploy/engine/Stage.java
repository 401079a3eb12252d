package io.jenkins.plugins.stackdeploy.engine;

/** How far a deployment has come, for people. */
public enum Stage {
    /** The live state is read, to decide what to do. */
    DECIDING,
    /** Somebody else's operation is waited for. */
    WAITING,
    /** What is in the way is removed. */
    CLEARING,
    /** The request is sent. */
    SUBMITTING,
    /** The cloud is at work. */
    RUNNING,
    /** The cloud is done; results are read. */
    FINISHING
}
