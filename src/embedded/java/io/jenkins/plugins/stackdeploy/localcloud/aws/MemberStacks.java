package io.jenkins.plugins.stackdeploy.localcloud.aws;

import java.time.Instant;
import java.util.Map;

/**
 * The stacks behind stack instances, in the accounts and regions that they are for. Stack sets decide what happens to them
 * and when; who implements this lets it be seen through DescribeStacks and DescribeStackEvents there.
 */
public interface MemberStacks {
    /** Lets nothing be seen. */
    MemberStacks NONE = work -> {};

    /**
     * Begins work on a stack. Called under the lock of CloudFormation, in the order of the start times, when the start time
     * has come or shortly after; perhaps a second time after a restart, which must change nothing.
     */
    void begin(Work work);

    /** What is done to a stack. */
    enum Action {
        /** The stack does not exist yet. */
        CREATE,
        /** The stack exists, or its creation failed and it is created anew. */
        UPDATE,
        /** The stack ends up deleted. */
        DELETE
    }

    /**
     * The work on one stack in the course of one operation on a stack set.
     *
     * @param operationId the operation
     * @param accountId the target account, 12 digits
     * @param region the target region
     * @param stackId ARN of the stack
     * @param stackName {@code StackSet-NAME-UUID}
     * @param action what is done
     * @param templateBody the stack set's template
     * @param parameters a value for each parameter of the template, overrides included
     * @param tags the stack set's tags
     * @param startsAt when it begins, by the cloud's clock
     * @param endsAt when it is over; the stack then has a terminal status, rollback included
     * @param failure what goes wrong, or null if the work succeeds
     */
    record Work(
            String operationId,
            String accountId,
            String region,
            String stackId,
            String stackName,
            Action action,
            String templateBody,
            Map<String, String> parameters,
            Map<String, String> tags,
            Instant startsAt,
            Instant endsAt,
            Failure failure) {}

    /**
     * What goes wrong with a stack.
     *
     * @param logicalId the resource that fails, or empty if the failure is not about one
     * @param reason the status reason of that resource
     */
    record Failure(String logicalId, String reason) {}
}
