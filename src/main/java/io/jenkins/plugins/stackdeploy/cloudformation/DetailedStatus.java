package io.jenkins.plugins.stackdeploy.cloudformation;

import java.util.Optional;

/**
 * What the last operation on a stack instance has come to.
 *
 * <p>Source: CloudFormation API 2010-05-15, StackInstanceComprehensiveStatus, DetailedStatus.
 */
public enum DetailedStatus {
    PENDING(false, false),
    RUNNING(false, false),
    SUCCEEDED(true, false),
    FAILED(true, true),
    /** It was not tried, as others had failed or the operation was stopped. */
    CANCELLED(true, false),
    /** Its deletion failed. */
    INOPERABLE(true, true),
    /** Its account is suspended, so that it was left out. */
    SKIPPED_SUSPENDED_ACCOUNT(true, false),
    /** Its stack could not be taken into the stack set. */
    FAILED_IMPORT(true, true);

    private final boolean end;
    private final boolean failure;

    DetailedStatus(boolean end, boolean failure) {
        this.end = end;
        this.failure = failure;
    }

    /** Whether it stays as it is until the next operation. */
    public boolean isEnd() {
        return end;
    }

    /** Whether it failed of itself. */
    public boolean isFailure() {
        return failure;
    }

    /**
     * Finds a status.
     *
     * @param name the name that the API answered; may be null
     * @return the status; empty for one that this version does not know, which never counts as an end
     */
    public static Optional<DetailedStatus> of(String name) {
        return Names.find(values(), name);
    }
}
