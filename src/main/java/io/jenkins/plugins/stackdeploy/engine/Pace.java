package io.jenkins.plugins.stackdeploy.engine;

import java.time.Duration;

/**
 * How long to wait between looks: quick after news, slower in quiet. Adds nothing to what is saved: after a restart it
 * starts quick.
 */
public final class Pace {
    private static final Duration QUICK = Duration.ofSeconds(1);
    private static final Duration SLOW = Duration.ofSeconds(10);
    private static final Duration SLOWEST = Duration.ofSeconds(20);
    private static final Duration LONG = Duration.ofMinutes(10);

    private Duration next = QUICK;

    /** Something changed: look again soon. */
    public void news() {
        next = QUICK;
    }

    /**
     * The wait until the next look.
     *
     * @param running how long the operation has been running
     * @return between 1 and 20 seconds
     */
    public Duration next(Duration running) {
        Duration now = next;
        Duration most = running.compareTo(LONG) > 0 ? SLOWEST : SLOW;
        Duration longer = next.multipliedBy(4).dividedBy(3);
        next = longer.compareTo(most) > 0 ? most : longer;
        return now;
    }
}
