package io.jenkins.plugins.stackdeploy.localcloud.stack;

/** The kinds of operation and the names of the statuses that each leads through. */
public enum StackAction {
    /** Makes a stack; its rollback deletes what was made. */
    CREATE("CREATE_ROLLBACK"),
    /** Changes a stack; its rollback restores what was there. */
    UPDATE("ROLLBACK"),
    /** Deletes a stack; it has no rollback. */
    DELETE(null);

    private final String rollback;

    StackAction(String rollback) {
        this.rollback = rollback;
    }

    /** Returns {@code <action>_IN_PROGRESS}. */
    public String inProgress() {
        return name() + "_IN_PROGRESS";
    }

    /** Returns {@code <action>_COMPLETE}. */
    public String complete() {
        return name() + "_COMPLETE";
    }

    /** Returns {@code <action>_FAILED}. */
    public String failed() {
        return name() + "_FAILED";
    }

    /** Returns the prefix of the statuses of its rollback: CREATE_ROLLBACK after a create, ROLLBACK after an update. */
    String rollback() {
        return rollback;
    }
}
