package io.jenkins.plugins.stackdeploy.engine;

import java.time.Duration;

/** Durations as people say them. */
public final class Durations {
    private Durations() {}

    /**
     * Tells a duration in at most two units.
     *
     * @param duration not negative
     * @return such as {@code 48 s}, {@code 3 min 5 s}, {@code 2 h 10 min}
     */
    public static String tell(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 60) {
            return Messages.Duration_seconds(seconds);
        }
        if (seconds < 3600) {
            return Messages.Duration_minutes(seconds / 60, seconds % 60);
        }
        return Messages.Duration_hours(seconds / 3600, seconds / 60 % 60);
    }
}
