package io.jenkins.plugins.stackdeploy.cloudformation;

import java.util.Optional;

/**
 * The statuses of an operation on a stack set.
 *
 * <p>Source: CloudFormation API 2010-05-15, StackSetOperation, Status.
 */
public enum OperationStatus {
    /** Waits for other operations: with managed execution, or for an automatic deployment. */
    QUEUED(false, false),
    RUNNING(false, false),
    /** As many accounts of each region as tolerated may have failed. */
    SUCCEEDED(true, false),
    FAILED(true, true),
    /** Somebody asked for it to stop; what had begun goes on to its end. */
    STOPPING(false, false),
    STOPPED(true, true);

    private final boolean end;
    private final boolean failure;

    OperationStatus(boolean end, boolean failure) {
        this.end = end;
        this.failure = failure;
    }

    /** Whether it stays as it is. */
    public boolean isEnd() {
        return end;
    }

    /** Whether it ended otherwise than asked for. */
    public boolean isFailure() {
        return failure;
    }

    /**
     * Finds a status.
     *
     * @param name the name that the API answered; may be null
     * @return the status; empty for one that this version does not know, which never counts as an end
     */
    public static Optional<OperationStatus> of(String name) {
        return Names.find(values(), name);
    }
}
