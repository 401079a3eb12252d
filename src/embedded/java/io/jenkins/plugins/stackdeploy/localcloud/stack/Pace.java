package io.jenkins.plugins.stackdeploy.localcloud.stack;

import java.time.Duration;
import java.time.Instant;

/**
 * How fast the local cloud works.
 *
 * @param scale nominal seconds per real second, above 0; 60 does a minute's work in a second
 */
public record Pace(double scale) {

    /** Checks the range. */
    public Pace {
        if (!(scale > 0)) {
            throw new IllegalArgumentException("the time scale must be above 0, not " + scale);
        }
    }

    /** Returns the moment at which work of so many nominal seconds ends. */
    public Instant after(Instant start, double nominalSeconds) {
        return start.plus(Duration.ofNanos((long) (nominalSeconds / scale * 1e9)));
    }
}
