package io.jenkins.plugins.stackdeploy.engine;

import java.time.Duration;

/**
 * What a waiting deployment wants after its turn.
 *
 * @param over whether it is over and needs no more turns
 * @param pause how long until its next turn; zero when it is over
 */
public record Turn(boolean over, Duration pause) {
    /** No more turns. */
    public static final Turn OVER = new Turn(true, Duration.ZERO);

    /** Another turn at once. */
    public static final Turn NOW = new Turn(false, Duration.ZERO);

    /**
     * Another turn later.
     *
     * @param pause how long until then, not negative
     * @return the turn
     */
    public static Turn after(Duration pause) {
        return new Turn(false, pause);
    }
}
