package io.jenkins.plugins.stackdeploy.localcloud.stackset;

import java.time.Duration;
import java.util.List;

/**
 * How the local StackSets behave where the real one is not documented, or where it behaves in different ways.
 *
 * @param regions the regions that exist, at least one
 * @param replayAnswer how a repeated OperationId is answered
 * @param maxInstancesPerOperation more targets than this are answered LimitExceededException; 0 for no limit
 * @param resultsLag how long ListStackSetOperationResults shows what was, by the clock
 */
public record StackSetOptions(
        List<String> regions, ReplayAnswer replayAnswer, int maxInstancesPerOperation, Duration resultsLag) {

    /** Returns the behaviour that tests get unless they ask for another. */
    public static StackSetOptions defaults() {
        return new StackSetOptions(
                List.of(
                        "ap-northeast-1",
                        "ap-southeast-1",
                        "eu-central-1",
                        "eu-north-1",
                        "eu-west-1",
                        "eu-west-2",
                        "us-east-1",
                        "us-east-2",
                        "us-west-2"),
                ReplayAnswer.SAME_ID,
                10_000,
                Duration.ZERO);
    }

    /** Returns the same behaviour with other regions. */
    public StackSetOptions withRegions(List<String> ids) {
        return new StackSetOptions(List.copyOf(ids), replayAnswer, maxInstancesPerOperation, resultsLag);
    }

    /** Returns the same behaviour with another answer to a repeated OperationId. */
    public StackSetOptions withReplayAnswer(ReplayAnswer answer) {
        return new StackSetOptions(regions, answer, maxInstancesPerOperation, resultsLag);
    }

    /** Returns the same behaviour with another limit of targets, 0 for none. */
    public StackSetOptions withMaxInstancesPerOperation(int limit) {
        return new StackSetOptions(regions, replayAnswer, limit, resultsLag);
    }

    /** Returns the same behaviour with results that lag behind by another time. */
    public StackSetOptions withResultsLag(Duration lag) {
        return new StackSetOptions(regions, replayAnswer, maxInstancesPerOperation, lag);
    }
}
