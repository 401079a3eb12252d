package io.jenkins.plugins.stackdeploy.engine;

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
     * @param inProgress whether it tells of something that has only begun
     * @param failure whether it tells of a failure
     * @return true when it is
     */
    public boolean shows(boolean inProgress, boolean failure) {
        return switch (this) {
            case ALL -> true;
            case CHANGES -> !inProgress;
            case FAILURES -> failure;
        };
    }
}
