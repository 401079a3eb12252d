package io.jenkins.plugins.stackdeploy.engine;

import java.time.Duration;

/**
 * How often one cloud is looked at.
 *
 * @param quick the shortest wait between two looks, more than zero
 * @param usual the wait as long as nothing is known, not shorter
 * @param slow the longest wait as long as nothing is known, for what has been running for long, not shorter
 */
public record Tempo(Duration quick, Duration usual, Duration slow) {
    /** By so many of its own parts is what has been running for long looked at. */
    private static final int PARTS = 40;

    /** Checks the order. */
    public Tempo {
        if (quick.isNegative() || quick.isZero() || usual.compareTo(quick) < 0 || slow.compareTo(usual) < 0) {
            throw new IllegalArgumentException("quick " + quick + ", usual " + usual + ", slow " + slow);
        }
    }

    /** The wait in seconds when nothing is known but for how long it has been running. */
    double periodic(double running) {
        return Math.min(seconds(slow), Math.max(seconds(usual), running / PARTS));
    }

    double quickest() {
        return seconds(quick);
    }

    static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
