package io.jenkins.plugins.stackdeploy.engine;

import java.time.Duration;
import java.util.Optional;

/** Something that the {@link Watcher} gives turns to until it is over. Its turns never overlap. */
public interface Wait {
    /**
     * With whom it shares looks.
     *
     * @return the group, always the same
     */
    GroupKey group();

    /**
     * What the watcher may look at on its behalf before its next turn.
     *
     * @return the id of what is looked at, or empty when this turn needs no shared look
     */
    Optional<String> sharedLook();

    /**
     * Whether a shared look helps although nobody else looks at the same thing: because the call that it takes has room for
     * other things. Without, a wait whose thing nobody else looks at has its turn without a shared look.
     *
     * @return true unless looks are at one thing only
     */
    default boolean sharesCalls() {
        return true;
    }

    /**
     * Looks for the whole group.
     *
     * @return the looker; asked only when {@link #sharedLook()} is present
     * @throws CloudException when the group's credentials cannot be had
     */
    Looker looker() throws CloudException;

    /**
     * Takes one turn. Makes a few calls at most and never sleeps.
     *
     * @param look what the shared look saw; null when there was none
     * @return when to come again
     */
    Turn turn(Look look);

    /**
     * A shared look could not be made, so there is nothing to take a turn with.
     *
     * @param trouble why, in one line; null when the group only has to spare its calls
     * @param pause how long until the next try
     * @return when to come again, or that it has waited long enough
     */
    Turn postponed(String trouble, Duration pause);
}
