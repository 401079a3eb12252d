package io.jenkins.plugins.stackdeploy.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * What each wait of an account and region gets of the calls that they share. Fifty stacks are listed with one call, so that
 * in company looks cost each wait a part of a call and can be quicker; what each wait reads for itself has to be rarer.
 *
 * <pre>
 *   of a limit of 100 calls a minute   1 to 100 waits    1,000 waits and more
 *     looks that tell how things stand       34                45
 *     reading events meanwhile               18                20
 * </pre>
 *
 * The rest is left to what cannot wait: requests, and what is read at the end. Safe for use by many threads.
 */
public final class Share {
    private static final Duration QUICKEST = Duration.ofSeconds(1);
    private static final double LOOKS = 0.34;
    private static final double LOOKS_OF_MANY = 0.45;
    private static final double EVENTS = 0.18;
    private static final double EVENTS_OF_MANY = 0.20;
    private static final int FEW = 100;
    private static final int MANY = 1_000;
    /** How many readings of events may come at once, so that a few builds that begin together have their first lines. */
    private static final double EVENTS_AT_ONCE = 5;

    private final InstantSource clock;
    private volatile int waits;
    private volatile int things;
    private volatile boolean ownLooks;
    private double tokens = EVENTS_AT_ONCE;
    private Instant filledAt;

    Share(InstantSource clock) {
        this.clock = clock;
        this.filledAt = clock.instant();
    }

    /** So many wait now, each for something else. */
    void waits(int number) {
        waits(number, number);
    }

    /** So many wait now, for so many different things: one look at a thing serves everybody who waits for it. */
    void waits(int number, int different) {
        waits = number;
        things = different;
    }

    /**
     * How many wait.
     *
     * @return at least 0
     */
    public int waits() {
        return waits;
    }

    /** Whether each looks for itself, because the cloud does not let them look together. */
    void ownLooks(boolean own) {
        ownLooks = own;
    }

    /**
     * Whether nobody is there to share looks with.
     *
     * @return true when there is one wait, or each looks for itself
     */
    public boolean alone() {
        return waits <= 1 || ownLooks;
    }

    /**
     * How long to wait until the next look. By Keller's rule the best density of looks goes with the square root of what
     * they find over what they cost: where k share the cost, looks are quicker by the root of k, as far as the limit allows.
     *
     * @param alone how long somebody without company would wait
     * @param together how many are looked at with one call, at least 1
     * @param callsPerMinute how many calls a minute the cloud allows, at least 1
     * @return at least a second in company; as long as alone without
     */
    public Duration pause(Duration alone, int together, int callsPerMinute) {
        int all = waits;
        if (all <= 1) {
            return alone;
        }
        int most = ownLooks ? 1 : together;
        long calls = ownLooks ? all : (things + most - 1L) / most;
        double perMinute = callsPerMinute * part(all, LOOKS, LOOKS_OF_MANY);
        Duration least = Duration.ofMillis((long) (calls * 60_000 / perMinute));
        Duration quicker = Duration.ofMillis((long) (alone.toMillis() / Math.sqrt(Math.min(all, most))));
        return max(max(quicker, least), QUICKEST);
    }

    /**
     * Takes one reading of events from what is left for that, unless others have waited longer for theirs.
     *
     * @param last when the one who asks last had one; null when never
     * @param callsPerMinute how many calls a minute the cloud allows, at least 1
     * @return whether to read now
     */
    public synchronized boolean takeEvents(Instant last, int callsPerMinute) {
        Instant now = clock.instant();
        double perSecond = callsPerMinute * part(waits, EVENTS, EVENTS_OF_MANY) / 60;
        double seconds = Math.max(0, Duration.between(filledAt, now).toNanos() / 1e9);
        tokens = Math.min(EVENTS_AT_ONCE, tokens + seconds * perSecond);
        filledAt = now;
        Duration fair = Duration.ofMillis((long) (waits * 1_000 / perSecond));
        if (tokens < 1 || (last != null && now.isBefore(last.plus(fair)))) {
            return false;
        }
        tokens -= 1;
        return true;
    }

    private static double part(int waits, double ofFew, double ofMany) {
        double many = Math.max(0, Math.min(1, (waits - FEW) / (double) (MANY - FEW)));
        return ofFew + many * (ofMany - ofFew);
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
