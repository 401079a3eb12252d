package io.jenkins.plugins.stackdeploy.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * When a group may look together: one look at a time, not before the pause after the last one, and not while the cloud
 * denies it. Not safe for use by many threads.
 */
final class LookGate {
    /** Between two looks, unless there are enough to fill one: so that those who come one by one are looked at together. */
    private static final Duration GATHERING = Duration.ofMillis(500);
    /** Permissions are changed now and then: so long everybody looks for itself after a look was denied. */
    private static final Duration DENIED_FOR = Duration.ofHours(1);

    private final InstantSource clock;
    private final Backoff backoff = new Backoff();
    private boolean looking;
    private Instant notBefore = Instant.MIN;
    private Instant deniedUntil = Instant.MIN;
    private int failures;

    LookGate(InstantSource clock) {
        this.clock = clock;
    }

    /** Whether the cloud denies looks for many. */
    boolean isDenied() {
        return clock.instant().isBefore(deniedUntil);
    }

    /**
     * When the next look may begin.
     *
     * @param first who wants it first; null when there is nobody
     * @return null when that is not known yet
     */
    Instant opensFor(Waiting first) {
        if (looking || first == null) {
            return null;
        }
        return first.wanted.isBefore(notBefore) ? notBefore : first.wanted;
    }

    void begin() {
        looking = true;
    }

    void end() {
        looking = false;
    }

    /**
     * A look was made.
     *
     * @param more whether those who are due fill another look, or there is nobody to gather
     */
    void looked(boolean more) {
        failures = 0;
        notBefore = more ? Instant.MIN : clock.instant().plus(GATHERING);
    }

    /** No look may be made for a while. */
    void pause(Duration pause) {
        notBefore = clock.instant().plus(pause);
    }

    /** A look failed for a passing reason; answers how long to wait before the next. */
    Duration failed() {
        Duration pause = backoff.after(++failures);
        pause(pause);
        return pause;
    }

    void denied() {
        deniedUntil = clock.instant().plus(DENIED_FOR);
    }
}
