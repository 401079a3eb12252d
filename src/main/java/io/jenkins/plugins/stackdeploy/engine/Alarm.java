package io.jenkins.plugins.stackdeploy.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Rings at the soonest of the moments that it was set to. Not safe for use by many threads. */
final class Alarm {
    private static final Logger LOGGER = Logger.getLogger(Alarm.class.getName());

    private final ScheduledExecutorService threads;
    private final InstantSource clock;
    private final Runnable bell;
    private ScheduledFuture<?> timer;
    private Instant at;

    /**
     * An alarm that is not set.
     *
     * @param threads ring it
     * @param clock tells the time
     * @param bell what it does; calls {@link #rang()} first
     */
    Alarm(ScheduledExecutorService threads, InstantSource clock, Runnable bell) {
        this.threads = threads;
        this.clock = clock;
        this.bell = bell;
    }

    /**
     * Sees to it that it rings at a moment at the latest.
     *
     * @param next the moment; null for never
     */
    void set(Instant next) {
        if (next == null || (timer != null && !next.isBefore(at))) {
            return;
        }
        if (timer != null) {
            timer.cancel(false);
        }
        at = next;
        // To the nanosecond: one that rings early finds nothing due and would ring again at once.
        long nanos = Math.max(0, Duration.between(clock.instant(), next).toNanos());
        try {
            timer = threads.schedule(bell, nanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closed) {
            LOGGER.log(Level.FINE, "The watcher is closed: what waits stays in its journals", closed);
        }
    }

    /** It has rung, and may be set again. */
    void rang() {
        timer = null;
    }
}
