package io.jenkins.plugins.stackdeploy.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * One deployment that was measured.
 *
 * @param subject who deployed
 * @param seen how it went
 * @param began when the cloud began
 * @param finished when the cloud was done
 * @param calls the calls it took, by action
 */
record Deployment(String subject, AwsPeer.Seen seen, Instant began, Instant finished, Map<String, Long> calls) {
    double lagSeconds() {
        return seconds(finished, seen.ended());
    }

    /** Seconds until the first event was shown; NaN when none is. */
    double firstEventSeconds() {
        return seen.firstEvent() == null ? Double.NaN : seconds(began, seen.firstEvent());
    }

    long callCount() {
        return calls.values().stream().mapToLong(Long::longValue).sum();
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e9;
    }
}
