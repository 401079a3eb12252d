package io.jenkins.plugins.stackdeploy.cloudformation;

import java.util.Optional;

/**
 * The statuses of one account and region within an operation.
 *
 * <p>Source: CloudFormation API 2010-05-15, StackSetOperationResultSummary, Status.
 */
public enum ResultStatus {
    PENDING(false, false),
    RUNNING(false, false),
    SUCCEEDED(true, false),
    /** It failed of itself. */
    FAILED(true, true),
    /** It was not tried, as others had failed or the operation was stopped. */
    CANCELLED(true, false);

    private final boolean end;
    private final boolean failure;

    ResultStatus(boolean end, boolean failure) {
        this.end = end;
        this.failure = failure;
    }

    /** Whether it stays as it is within the operation. */
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
    public static Optional<ResultStatus> of(String name) {
        return Names.find(values(), name);
    }
}
