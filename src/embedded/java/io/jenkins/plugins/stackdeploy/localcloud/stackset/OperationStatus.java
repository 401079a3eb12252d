package io.jenkins.plugins.stackdeploy.localcloud.stackset;

/** Where an operation is. */
public enum OperationStatus {
    /** Waits for others, under managed execution only. */
    QUEUED,
    /** Goes on. */
    RUNNING,
    /** Was stopped, and waits for the instances that it had begun. */
    STOPPING,
    /** Over: no region had more failures than tolerated. */
    SUCCEEDED,
    /** Over: some region had. */
    FAILED,
    /** Over: was stopped. */
    STOPPED
}
