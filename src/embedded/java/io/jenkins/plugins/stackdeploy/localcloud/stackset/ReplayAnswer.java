package io.jenkins.plugins.stackdeploy.localcloud.stackset;

/** How a request with the OperationId of an earlier one is answered. Which of them the real service does is not published. */
public enum ReplayAnswer {
    /** With the same OperationId, if the requests are equal; otherwise OperationIdAlreadyExistsException. */
    SAME_ID,
    /** With OperationIdAlreadyExistsException. */
    ALREADY_EXISTS,
    /** With OperationInProgressException while the operation runs, then with OperationIdAlreadyExistsException. */
    IN_PROGRESS_WHILE_RUNNING
}
