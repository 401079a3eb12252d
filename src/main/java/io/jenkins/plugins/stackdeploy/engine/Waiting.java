package io.jenkins.plugins.stackdeploy.engine;

import java.time.Instant;
import java.util.Comparator;

/** A {@link Wait} in its group. Kept in the order in which the waits want their next turns. */
final class Waiting implements Comparable<Waiting> {
    private static final Comparator<Waiting> ORDER =
            Comparator.<Waiting, Instant>comparing(each -> each.wanted).thenComparing(each -> each.number);

    final Wait wait;
    private final long number;
    /** When it wants its next turn. Changed only while it is in no sorted set. */
    Instant wanted;
    /** When it last had a turn, or began to wait. */
    Instant lastTurn;
    /** Whether its turn may come sooner, with a look that is made for others. */
    boolean sooner;
    /** What it looks at; null when that is nothing that others may look at too. */
    String thing;
    /** What it shares its next look at; null when it needs none, or looks for itself. */
    String sharedId;
    /** Whether a turn is being prepared or taken. */
    boolean running;
    /** Whether it is to have another turn right after the one that is running. */
    boolean woken;

    /**
     * A wait that wants its first turn at once.
     *
     * @param wait the wait
     * @param number a number that no other wait of the group has
     * @param now when it begins to wait
     */
    Waiting(Wait wait, long number, Instant now) {
        this.wait = wait;
        this.number = number;
        this.wanted = now;
        this.lastTurn = now;
    }

    @Override
    public int compareTo(Waiting other) {
        return ORDER.compare(this, other);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
