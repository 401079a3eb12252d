package io.jenkins.plugins.stackdeploy.localcloud.stack;

/** What is done to one resource. */
enum StepKind {
    CREATE,
    UPDATE,
    DELETE;

    String inProgress() {
        return name() + "_IN_PROGRESS";
    }

    String complete() {
        return name() + "_COMPLETE";
    }

    String failed() {
        return name() + "_FAILED";
    }
}
