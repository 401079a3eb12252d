package io.jenkins.plugins.stackdeploy.engine;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait between looks: quick after news, slower in quiet. Adds nothing to what is saved: after a restart it
 * starts quick.
 */
public final class Pace {
    private static final Duration QUICK = Duration.ofSeconds(1);
    private static final Duration SLOW = Duration.ofSeconds(10);
    private static final Duration SLOWEST = Duration.ofSeconds(20);
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final double MOST_JITTER = 0.2;

    private final Duration quick;
    private final Duration slow;
    private final Duration slowest;
    private final DoubleSupplier random;
    private Duration next;

    /** Looks every 1 to 20 seconds, for what many builds look at together. */
    public Pace() {
        this(QUICK, SLOW, SLOWEST, () -> 0);
    }

    /**
     * A pace for what each build looks at for itself.
     *
     * @param quick the wait after news
     * @param slow the longest wait
     * @param slowest the longest wait when the operation has been running for more than 10 minutes
     * @param random answers numbers from 0 to 1, by which up to a fifth is added to a wait, so that builds which begin
     *     together do not go on looking together
     */
    public Pace(Duration quick, Duration slow, Duration slowest, DoubleSupplier random) {
        this.quick = quick;
        this.slow = slow;
        this.slowest = slowest;
        this.random = random;
        this.next = quick;
    }

    /** Something changed: look again soon. */
    public void news() {
        next = quick;
    }

    /**
     * The wait until the next look.
     *
     * @param running how long the operation has been running
     * @return between the quick and the slowest wait, and up to a fifth more
     */
    public Duration next(Duration running) {
        Duration now = next;
        Duration most = running.compareTo(LONG) > 0 ? slowest : slow;
        Duration longer = next.multipliedBy(4).dividedBy(3);
        next = longer.compareTo(most) > 0 ? most : longer;
        return now.plusMillis((long) (now.toMillis() * MOST_JITTER * random.getAsDouble()));
    }
}
