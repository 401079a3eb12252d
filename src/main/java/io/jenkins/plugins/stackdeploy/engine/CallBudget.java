package io.jenkins.plugins.stackdeploy.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * How many calls of one API an account and region may still make: a token bucket whose rate is halved when the cloud
 * throttles and grows back by a tenth of the full rate for every quiet 10 seconds. No minute sees more calls than the
 * cloud allows: four fifths of them come steadily, one fifth may come at once. The last calls of the bucket are kept for
 * what matters most, see {@link Priority}. Safe for use by many threads; never blocks.
 */
public final class CallBudget {
    private static final Duration QUIET = Duration.ofSeconds(10);
    private static final double LEAST = 1.0 / 16;
    private static final double STEADY = 0.8;
    private static final double AT_ONCE = 0.2;

    private final InstantSource clock;
    private final int callsPerMinute;
    private final double fullRate;
    private final double size;
    private double rate;
    private double tokens;
    private Instant filledAt;
    private Instant changedAt;
    private Instant usedAt;
    private long calls;
    private long throttles;
    private Instant lastThrottled;
    private Instant throttledSince;

    /**
     * A full budget.
     *
     * @param callsPerMinute how many calls a minute the cloud allows; at least 1
     * @param clock tells the time
     */
    public CallBudget(int callsPerMinute, InstantSource clock) {
        if (callsPerMinute < 1) {
            throw new IllegalArgumentException("callsPerMinute must be at least 1: " + callsPerMinute);
        }
        this.clock = clock;
        this.callsPerMinute = callsPerMinute;
        this.fullRate = callsPerMinute * STEADY / 60;
        this.size = Math.max(1, callsPerMinute * AT_ONCE);
        this.rate = fullRate;
        this.tokens = size;
        this.filledAt = clock.instant();
        this.changedAt = filledAt;
        this.usedAt = filledAt;
    }

    /**
     * Takes one call from the budget.
     *
     * @param priority what the call is for
     * @throws OverBudgetException when there is none for that; it tells when there will be
     */
    public synchronized void take(Priority priority) {
        Instant now = clock.instant();
        fill(now);
        usedAt = now;
        double needed = 1 + priority.reserve(size);
        if (tokens < needed) {
            long millis = (long) Math.ceil((needed - tokens) / rate * 1000);
            throw new OverBudgetException(Duration.ofMillis(Math.max(1, millis)));
        }
        tokens -= 1;
        calls++;
    }

    /** The cloud throttled a call: halves the rate and empties the bucket. */
    public synchronized void throttled() {
        Instant now = clock.instant();
        fill(now);
        rate = Math.max(fullRate * LEAST, rate / 2);
        tokens = 0;
        changedAt = now;
        throttles++;
        lastThrottled = now;
        if (throttledSince == null) {
            throttledSince = now;
        }
    }

    /**
     * Calls per minute that are allowed now.
     *
     * @return more than 0
     */
    public synchronized double callsPerMinute() {
        fill(clock.instant());
        return rate * 60;
    }

    /** Since when nobody has asked for a call; not null. */
    synchronized Instant usedAt() {
        return usedAt;
    }

    /** What it is like now. */
    synchronized BudgetSnapshot snapshot(String api) {
        fill(clock.instant());
        return new BudgetSnapshot(api, callsPerMinute, rate * 60, calls, throttles, lastThrottled, throttledSince);
    }

    private void fill(Instant now) {
        // Filled before the rate grows: the time that has passed counts at the rate that it was granted at.
        double seconds = Math.max(0, Duration.between(filledAt, now).toNanos() / 1e9);
        tokens = Math.min(size, tokens + seconds * rate);
        filledAt = now;
        long quiet = Duration.between(changedAt, now).dividedBy(QUIET);
        if (rate < fullRate && quiet > 0) {
            rate = Math.min(fullRate, rate + quiet * fullRate / 10);
            changedAt = changedAt.plus(QUIET.multipliedBy(quiet));
        }
        if (rate >= fullRate) {
            throttledSince = null;
        }
    }
}
