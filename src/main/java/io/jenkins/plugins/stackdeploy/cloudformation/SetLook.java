package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.engine.Look;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.model.StackSetOperationSummary;

/**
 * The newest operations of a stack set, seen by everybody who waits for one of them.
 *
 * @param id that of {@link SetLooker#id}
 * @param newest the first page
 */
record SetLook(String id, Page<StackSetOperationSummary> newest) implements Look {
    /** An operation; empty when it is not among the newest. */
    Optional<StackSetOperationSummary> find(String operationId) {
        return newest.items().stream()
                .filter(operation -> operationId.equals(operation.operationId()))
                .findFirst();
    }

    /** Whether an operation that it does not show may be an older one. */
    boolean leavesOutOlder() {
        return newest.nextToken() != null;
    }
}
