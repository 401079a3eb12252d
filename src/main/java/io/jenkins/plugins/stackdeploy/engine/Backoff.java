package io.jenkins.plugins.stackdeploy.engine;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/** How long to wait before a failed call is made again: doubling, with jitter, up to half a minute. */
public final class Backoff {
    private static final long FIRST_MILLIS = 500;
    private static final long MOST_MILLIS = 30_000;

    private final DoubleSupplier random;

    /** A back-off with real chance. */
    public Backoff() {
        this(() -> ThreadLocalRandom.current().nextDouble());
    }

    /**
     * A back-off with chance of its own.
     *
     * @param random answers numbers from 0 to 1
     */
    public Backoff(DoubleSupplier random) {
        this.random = random;
    }

    /**
     * The next wait.
     *
     * @param failures how many calls in a row have failed, at least 1
     * @return between half and all of 0.5 s, 1 s, 2 s ... 30 s
     */
    public Duration after(int failures) {
        long most = Math.min(MOST_MILLIS, FIRST_MILLIS << Math.min(10, Math.max(0, failures - 1)));
        return Duration.ofMillis((long) (most * (0.5 + 0.5 * random.getAsDouble())));
    }
}
