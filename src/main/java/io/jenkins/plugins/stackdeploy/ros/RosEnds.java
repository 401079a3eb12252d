package io.jenkins.plugins.stackdeploy.ros;

import java.util.List;

/** What the end of an operation leaves, and what to do then. */
final class RosEnds {
    private RosEnds() {}

    /**
     * What the stack was left in.
     *
     * @param status the status it ended with
     * @param stackName its name
     * @return one line
     */
    static String leftIn(String status, String stackName) {
        RosStatus.Phase phase = RosStatus.of(status).map(RosStatus::phase).orElse(null);
        if (phase == null) {
            return Messages.Left_other(stackName, status);
        }
        return switch (phase) {
            case ROLLED_BACK ->
                status.contains("CREATE")
                        ? Messages.Left_createRolledBack(stackName, status)
                        : Messages.Left_updateRolledBack(stackName, status);
            case ROLLBACK_FAILED -> Messages.Left_rollbackFailed(stackName, status);
            case FAILED -> Messages.Left_asFailed(stackName, status);
            case DELETED -> Messages.Left_deleted(stackName);
            default -> Messages.Left_other(stackName, status);
        };
    }

    /**
     * What to do next.
     *
     * @param status the status it ended with
     * @return some lines, may be none
     */
    static List<String> advice(String status) {
        RosStatus known = RosStatus.of(status).orElse(null);
        if (known == null) {
            return List.of();
        }
        return switch (known) {
            case CREATE_ROLLBACK_COMPLETE, CREATE_FAILED, CREATE_ROLLBACK_FAILED -> List.of(Messages.Next_recreate());
            case ROLLBACK_COMPLETE, UPDATE_FAILED -> List.of(Messages.Next_deployAgain());
            case ROLLBACK_FAILED -> List.of(Messages.Next_repair());
            case DELETE_FAILED -> List.of(Messages.Next_retain());
            case DELETE_COMPLETE -> List.of(Messages.Next_whoDeleted());
            default -> List.of();
        };
    }
}
