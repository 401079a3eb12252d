package io.jenkins.plugins.stackdeploy.localcloud.awsstack;

import java.time.Instant;
import java.util.List;

/**
 * A prepared change of a stack.
 *
 * @param id its ARN
 * @param name unique within the stack
 * @param type CREATE or UPDATE
 * @param description what its author says about it, possibly empty
 * @param createdAt when it was asked for
 * @param readyAt when it is complete
 * @param basedOn how many operations the stack had seen by then
 * @param target what the stack is to become
 * @param settings what the stack is to remember
 * @param changes the differences
 * @param problem why it cannot be executed, or null
 * @param execution index of the stack's operation that executes it, or -1
 */
public record AwsChangeSet(
        String id,
        String name,
        String type,
        String description,
        Instant createdAt,
        Instant readyAt,
        int basedOn,
        AwsRevision target,
        AwsSettings settings,
        List<ResourceChange> changes,
        String problem,
        int execution) {

    /** Returns the same change set, executed by an operation of the stack. */
    public AwsChangeSet executedBy(int operation) {
        return new AwsChangeSet(
                id,
                name,
                type,
                description,
                createdAt,
                readyAt,
                basedOn,
                target,
                settings,
                changes,
                problem,
                operation);
    }

    /** Returns CREATE_IN_PROGRESS, CREATE_COMPLETE or FAILED. */
    public String status(Instant now) {
        if (now.isBefore(readyAt)) {
            return "CREATE_IN_PROGRESS";
        }
        return problem == null ? "CREATE_COMPLETE" : "FAILED";
    }

    /** Returns one of the documented execution statuses. */
    public String executionStatus(AwsStack stack, Instant now) {
        if (!status(now).equals("CREATE_COMPLETE")) {
            return "UNAVAILABLE";
        }
        if (execution < 0) {
            return stack.operations().size() > basedOn ? "OBSOLETE" : "AVAILABLE";
        }
        AwsOperation operation = stack.operations().get(execution);
        if (operation.endsAt().isAfter(now)) {
            return "EXECUTE_IN_PROGRESS";
        }
        return operation.outputs() == null ? "EXECUTE_FAILED" : "EXECUTE_COMPLETE";
    }
}
