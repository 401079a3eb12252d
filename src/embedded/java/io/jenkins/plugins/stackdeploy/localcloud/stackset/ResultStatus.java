package io.jenkins.plugins.stackdeploy.localcloud.stackset;

/** What has become of one target of an operation. */
public enum ResultStatus {
    /** Not begun. */
    PENDING,
    /** Begun. */
    RUNNING,
    /** Done. */
    SUCCEEDED,
    /** Gone wrong. */
    FAILED,
    /** Never begun. */
    CANCELLED
}
