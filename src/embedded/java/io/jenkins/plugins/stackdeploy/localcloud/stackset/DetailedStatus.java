package io.jenkins.plugins.stackdeploy.localcloud.stackset;

/** What the latest operation has done to an instance. */
public enum DetailedStatus {
    /** Not begun. */
    PENDING,
    /** Begun. */
    RUNNING,
    /** Done. */
    SUCCEEDED,
    /** Gone wrong. */
    FAILED,
    /** Never begun. */
    CANCELLED,
    /** Its deletion went wrong. */
    INOPERABLE,
    /** Left out, since its account is suspended. */
    SKIPPED_SUSPENDED_ACCOUNT
}
