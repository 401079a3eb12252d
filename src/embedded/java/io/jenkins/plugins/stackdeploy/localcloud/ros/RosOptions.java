package io.jenkins.plugins.stackdeploy.localcloud.ros;

import java.time.Duration;
import java.util.List;

/**
 * How the local cloud behaves where the real one is not documented, or where it behaves in different ways.
 *
 * @param regions the regions that exist, at least one
 * @param deletedStacksVisible how long a deleted stack is still shown by id as DELETE_COMPLETE, by the clock; zero makes
 *     it StackNotFound at once
 * @param staleAfterUpdate how long GetStack and ListStacks still show the old status and UpdateTime after UpdateStack, by
 *     the clock
 * @param tokenProcessing how long a repeated ClientToken is answered LastTokenProcessing, by the clock
 * @param deletionProtectedCode the code of a refused DeleteStack; the real one is not published
 * @param unchangedChangeSetIsError whether CreateChangeSet without differences is answered NotSupported; otherwise the
 *     change set ends in CREATE_FAILED. Which of them the real cloud does is not published
 */
public record RosOptions(
        List<String> regions,
        Duration deletedStacksVisible,
        Duration staleAfterUpdate,
        Duration tokenProcessing,
        String deletionProtectedCode,
        boolean unchangedChangeSetIsError) {

    /** Returns the behaviour that tests get unless they ask for another. */
    public static RosOptions defaults() {
        return new RosOptions(
                List.of(
                        "cn-hangzhou",
                        "cn-shanghai",
                        "cn-beijing",
                        "cn-shenzhen",
                        "cn-hongkong",
                        "ap-southeast-1",
                        "eu-central-1",
                        "us-west-1"),
                Duration.ofHours(1),
                Duration.ZERO,
                Duration.ZERO,
                "InvalidParameter",
                false);
    }

    /** Returns the same behaviour with other regions. */
    public RosOptions withRegions(List<String> ids) {
        return new RosOptions(
                List.copyOf(ids),
                deletedStacksVisible,
                staleAfterUpdate,
                tokenProcessing,
                deletionProtectedCode,
                unchangedChangeSetIsError);
    }

    /** Returns the same behaviour with another time for which deleted stacks are shown. */
    public RosOptions withDeletedStacksVisible(Duration duration) {
        return new RosOptions(
                regions, duration, staleAfterUpdate, tokenProcessing, deletionProtectedCode, unchangedChangeSetIsError);
    }

    /** Returns the same behaviour with another time for which an update stays unseen. */
    public RosOptions withStaleAfterUpdate(Duration duration) {
        return new RosOptions(
                regions,
                deletedStacksVisible,
                duration,
                tokenProcessing,
                deletionProtectedCode,
                unchangedChangeSetIsError);
    }

    /** Returns the same behaviour with another time for which a repeated token is being processed. */
    public RosOptions withTokenProcessing(Duration duration) {
        return new RosOptions(
                regions,
                deletedStacksVisible,
                staleAfterUpdate,
                duration,
                deletionProtectedCode,
                unchangedChangeSetIsError);
    }

    /** Returns the same behaviour with another code for refused deletes. */
    public RosOptions withDeletionProtectedCode(String code) {
        return new RosOptions(
                regions, deletedStacksVisible, staleAfterUpdate, tokenProcessing, code, unchangedChangeSetIsError);
    }

    /** Returns the same behaviour with the other answer to a change set without differences. */
    public RosOptions withUnchangedChangeSetIsError(boolean isError) {
        return new RosOptions(
                regions, deletedStacksVisible, staleAfterUpdate, tokenProcessing, deletionProtectedCode, isError);
    }
}
