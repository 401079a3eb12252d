package io.jenkins.plugins.stackdeploy.localcloud.stack;

import com.fasterxml.jackson.databind.node.ArrayNode;

/**
 * What a stack's transition changes besides its status.
 *
 * @param outputs new outputs, or null to keep the old ones
 * @param failure why the operation failed, or null
 * @param rollbackFailedRootReason the first cause if the rollback failed too, or null
 * @param abandoned whether the record of the stack disappears while its resources stay
 */
record StackOutcome(ArrayNode outputs, Failure failure, String rollbackFailedRootReason, boolean abandoned) {
    static final StackOutcome NONE = new StackOutcome(null, null, null, false);
    static final StackOutcome ABANDONED = new StackOutcome(null, null, null, true);

    static StackOutcome success(ArrayNode outputs) {
        return new StackOutcome(outputs, null, null, false);
    }

    static StackOutcome failed(Failure failure) {
        return new StackOutcome(null, failure, null, false);
    }
}
