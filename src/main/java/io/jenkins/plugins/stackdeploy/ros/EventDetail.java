package io.jenkins.plugins.stackdeploy.ros;

/** Which events a build log shows. */
public enum EventDetail {
    /** Every event. */
    ALL,
    /** What became of each resource: completed or failed. */
    CHANGES,
    /** Only what failed. */
    FAILURES;

    /**
     * Whether an event is shown.
     *
     * @param event any event
     * @return true when it is
     */
    boolean shows(RosEvent event) {
        return switch (this) {
            case ALL -> true;
            case CHANGES -> !event.isInProgress();
            case FAILURES -> event.isFailure();
        };
    }
}
