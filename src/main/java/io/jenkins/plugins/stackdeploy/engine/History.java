package io.jenkins.plugins.stackdeploy.engine;

import java.time.Duration;
import java.util.List;

/** How long operations took, so that the next one of the same kind can be looked at when its end is likely. */
public interface History {
    /** Remembers nothing. */
    History NONE = new History() {
        @Override
        public List<Duration> of(Key key) {
            return List.of();
        }

        @Override
        public void add(Key key, Duration duration) {
            // What is not remembered is only looked at at a steady pace.
        }
    };

    /**
     * What kind of operation.
     *
     * @param group the account and region
     * @param subject the stack's or stack set's name
     * @param kind what is done to it, such as {@code UPDATE}
     */
    record Key(GroupKey group, String subject, String kind) {}

    /**
     * How long the last operations of a kind took.
     *
     * @param key the kind
     * @return the latest last; empty when none is known
     */
    List<Duration> of(Key key);

    /**
     * Remembers how long an operation took that succeeded. Never fails and does not wait for a disk.
     *
     * @param key the kind
     * @param duration how long, from when it was accepted until its end was seen
     */
    void add(Key key, Duration duration);
}
