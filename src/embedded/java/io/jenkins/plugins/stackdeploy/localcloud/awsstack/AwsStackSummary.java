package io.jenkins.plugins.stackdeploy.localcloud.awsstack;

import java.time.Instant;

/**
 * A stack in short, for tests and the administration.
 *
 * @param stackId its ARN
 * @param stackName its name
 * @param accountId its owner
 * @param region its region
 * @param status its status now
 * @param operations how many operations it has seen
 */
public record AwsStackSummary(
        String stackId, String stackName, String accountId, String region, String status, int operations) {

    /** Sums up what a stack is at some moment. */
    public static AwsStackSummary of(AwsStack stack, Instant now) {
        return new AwsStackSummary(
                stack.id(),
                stack.name(),
                stack.accountId(),
                stack.region(),
                stack.at(now).status(),
                stack.operations().size());
    }
}
