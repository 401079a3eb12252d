package io.jenkins.plugins.stackdeploy.engine;

import java.time.Duration;

/**
 * What a waiting deployment wants after its turn.
 *
 * @param over whether it is over and needs no more turns
 * @param pause how long until its next turn; zero when it is over
 * @param sooner whether its next turn may come sooner, when a look that is made for others shows it too
 */
public record Turn(boolean over, Duration pause, boolean sooner) {
    /** No more turns. */
    public static final Turn OVER = new Turn(true, Duration.ZERO, false);

    /** Another turn at once. */
    public static final Turn NOW = new Turn(false, Duration.ZERO, false);

    /**
     * Another turn later.
     *
     * @param pause how long until then, not negative
     * @return the turn
     */
    public static Turn after(Duration pause) {
        return new Turn(false, pause, false);
    }

    /**
     * Another turn after a while at most, or whenever somebody looks anyway.
     *
     * @param pause how long until then at most, not negative
     * @return the turn
     */
    public static Turn within(Duration pause) {
        return new Turn(false, pause, true);
    }
}
