package io.jenkins.plugins.stackdeploy.localcloud.stack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Instant;
import java.util.Map;

/**
 * A stack at some moment.
 *
 * @param status one of the documented stack statuses
 * @param reason what is said about the status
 * @param updatedAt the UpdateTime that GetStack shows, or null
 * @param revision template and parameters in force, or null before the first operation
 * @param outputs what the Outputs section evaluated to
 * @param failure why the last operation failed, or null
 * @param rollbackFailedRootReason the first cause if a rollback failed, or null
 * @param abandoned whether its record has disappeared
 * @param resources all resources by logical id
 */
public record StackState(
        String status,
        String reason,
        Instant updatedAt,
        Revision revision,
        ArrayNode outputs,
        Failure failure,
        String rollbackFailedRootReason,
        boolean abandoned,
        Map<String, ResourceState> resources) {

    /** Returns whether DeleteStack has done its work. */
    public boolean deleted() {
        return status.equals("DELETE_COMPLETE");
    }
}
