package io.jenkins.plugins.stackdeploy.ros;

import java.util.Optional;

/**
 * The statuses of a stack, as GetStack documents them, and DELETE_COMPLETE, which it does not document but answers.
 *
 * <p>Source: ROS API 2019-09-10, GetStack, Status.
 */
public enum RosStatus {
    CREATE_IN_PROGRESS(Phase.RUNNING),
    CREATE_COMPLETE(Phase.DONE),
    CREATE_FAILED(Phase.FAILED),
    CREATE_ROLLBACK_IN_PROGRESS(Phase.RUNNING),
    CREATE_ROLLBACK_COMPLETE(Phase.ROLLED_BACK),
    CREATE_ROLLBACK_FAILED(Phase.ROLLBACK_FAILED),
    UPDATE_IN_PROGRESS(Phase.RUNNING),
    UPDATE_COMPLETE(Phase.DONE),
    UPDATE_FAILED(Phase.FAILED),
    /** A failed update is being rolled back; a failed creation is CREATE_ROLLBACK_IN_PROGRESS. */
    ROLLBACK_IN_PROGRESS(Phase.RUNNING),
    ROLLBACK_COMPLETE(Phase.ROLLED_BACK),
    ROLLBACK_FAILED(Phase.ROLLBACK_FAILED),
    DELETE_IN_PROGRESS(Phase.RUNNING),
    DELETE_COMPLETE(Phase.DELETED),
    DELETE_FAILED(Phase.ENDED_BADLY),
    CHECK_IN_PROGRESS(Phase.RUNNING),
    CHECK_COMPLETE(Phase.DONE),
    CHECK_FAILED(Phase.ENDED_BADLY),
    IMPORT_CREATE_IN_PROGRESS(Phase.RUNNING),
    IMPORT_CREATE_COMPLETE(Phase.DONE),
    IMPORT_CREATE_FAILED(Phase.FAILED),
    IMPORT_CREATE_ROLLBACK_IN_PROGRESS(Phase.RUNNING),
    IMPORT_CREATE_ROLLBACK_COMPLETE(Phase.ROLLED_BACK),
    IMPORT_CREATE_ROLLBACK_FAILED(Phase.ROLLBACK_FAILED),
    IMPORT_UPDATE_IN_PROGRESS(Phase.RUNNING),
    IMPORT_UPDATE_COMPLETE(Phase.DONE),
    IMPORT_UPDATE_FAILED(Phase.FAILED),
    IMPORT_UPDATE_ROLLBACK_IN_PROGRESS(Phase.RUNNING),
    IMPORT_UPDATE_ROLLBACK_COMPLETE(Phase.ROLLED_BACK),
    IMPORT_UPDATE_ROLLBACK_FAILED(Phase.ROLLBACK_FAILED),
    /** Made by a change set that creates a stack; waits for its execution for ever. */
    REVIEW_IN_PROGRESS(Phase.EMPTY);

    /** What a status says about the operation. */
    public enum Phase {
        /** The operation goes on. */
        RUNNING,
        /** The operation succeeded. */
        DONE,
        /** The operation failed. The end only when rollback is disabled; else a rollback follows at once. */
        FAILED,
        /** The operation failed, and what it had done was undone. */
        ROLLED_BACK,
        /** The operation failed, and so did undoing it. */
        ROLLBACK_FAILED,
        /** The operation failed, and there is no rollback of its kind. */
        ENDED_BADLY,
        /** The stack is gone. */
        DELETED,
        /** The stack has never had resources. */
        EMPTY
    }

    private final Phase phase;

    RosStatus(Phase phase) {
        this.phase = phase;
    }

    public Phase phase() {
        return phase;
    }

    /**
     * Finds a status.
     *
     * @param name the name that the API answered; may be null
     * @return the status; empty for one that this version does not know, which never counts as an end
     */
    public static Optional<RosStatus> of(String name) {
        for (RosStatus status : values()) {
            if (status.name().equals(name)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }

    /**
     * Whether an operation goes on, or may do so because the status is not known.
     *
     * @param name the name that the API answered
     * @return false only for a known status that stays as it is
     */
    public static boolean isMoving(String name) {
        return of(name).map(status -> status.phase == Phase.RUNNING).orElse(true);
    }
}
