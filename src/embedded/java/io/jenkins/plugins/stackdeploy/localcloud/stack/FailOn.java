package io.jenkins.plugins.stackdeploy.localcloud.stack;

/** When a resource is to fail. */
public enum FailOn {
    /** While it is created. */
    CREATE,
    /** While it is changed. */
    UPDATE,
    /** While it is deleted, by DeleteStack or by an update that no longer has it. */
    DELETE,
    /** While a failed operation is undone. */
    ROLLBACK
}
