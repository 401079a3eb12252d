package io.jenkins.plugins.stackdeploy.localcloud.stack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Instant;

/**
 * A prepared change of a stack.
 *
 * @param id its UUID
 * @param name unique within the stack
 * @param type CREATE or UPDATE
 * @param stackId the stack that it was made for
 * @param description what its author says about it
 * @param createdAt when it was asked for
 * @param basedOn how many operations the stack had seen by then
 * @param readyAt when it is complete
 * @param target template and parameters to apply
 * @param settings what the stack is to remember
 * @param changes the differences, as GetChangeSet shows them; empty if there are none
 * @param problem why it cannot be executed, or null
 * @param executedBy request id of its execution, or null
 */
public record ChangeSet(
        String id,
        String name,
        String type,
        String stackId,
        String description,
        Instant createdAt,
        int basedOn,
        Instant readyAt,
        Revision target,
        StackSettings settings,
        ArrayNode changes,
        String problem,
        String executedBy) {

    /** Returns the same change set, marked as executed by a request. */
    public ChangeSet executed(String requestId) {
        return new ChangeSet(
                id,
                name,
                type,
                stackId,
                description,
                createdAt,
                basedOn,
                readyAt,
                target,
                settings,
                changes,
                problem,
                requestId);
    }
}
