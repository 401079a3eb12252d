package io.jenkins.plugins.stackdeploy.localcloud.stackset;

/** Whether an instance is as its set wants it. */
public enum InstanceStatus {
    /** It is. */
    CURRENT,
    /** It is not, or not yet. */
    OUTDATED,
    /** Its deletion failed: no update touches it any more. */
    INOPERABLE
}
