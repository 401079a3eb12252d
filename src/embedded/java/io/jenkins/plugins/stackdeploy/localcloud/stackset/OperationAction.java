package io.jenkins.plugins.stackdeploy.localcloud.stackset;

/** What an operation does to the instances of a set. */
public enum OperationAction {
    /** CreateStackInstances. */
    CREATE,
    /** UpdateStackSet and UpdateStackInstances. */
    UPDATE,
    /** DeleteStackInstances. */
    DELETE,
    /** DetectStackSetDrift. */
    DETECT_DRIFT
}
