package io.jenkins.plugins.stackdeploy.ros;

/** What can be done with a stack that is at rest. */
enum LeftBehind {
    /** It can be updated. */
    USABLE,
    /**
     * It never came to be, or did not go away whole, and cannot be updated: it must be deleted and created again. ROS
     * documents ContinueCreateStack for a failed creation and nothing else.
     */
    ONLY_RECREATE;

    /**
     * Tells by the status.
     *
     * @param stack a stack at rest
     * @return what can be done with it
     */
    static LeftBehind of(RosStack stack) {
        RosStatus status = RosStatus.of(stack.status()).orElse(null);
        if (status == null) {
            return USABLE;
        }
        return switch (status) {
            case CREATE_FAILED,
                    CREATE_ROLLBACK_COMPLETE,
                    CREATE_ROLLBACK_FAILED,
                    IMPORT_CREATE_FAILED,
                    IMPORT_CREATE_ROLLBACK_COMPLETE,
                    IMPORT_CREATE_ROLLBACK_FAILED,
                    REVIEW_IN_PROGRESS,
                    DELETE_FAILED -> ONLY_RECREATE;
            default -> USABLE;
        };
    }
}
