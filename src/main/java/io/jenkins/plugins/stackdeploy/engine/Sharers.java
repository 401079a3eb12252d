package io.jenkins.plugins.stackdeploy.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** How many waits of a group look at the same thing. Not safe for use by many threads. */
final class Sharers {
    private final Map<String, Integer> counts = new HashMap<>();
    private int spared;

    /**
     * Notes what a wait looks at.
     *
     * @param waiting the wait
     * @param thing what its looks are at from now on; null for nothing that others may look at
     */
    void note(Waiting waiting, String thing) {
        String before = waiting.thing;
        if (Objects.equals(before, thing)) {
            return;
        }
        waiting.thing = thing;
        if (before != null && counts.merge(before, -1, Integer::sum) == 0) {
            counts.remove(before);
        } else if (before != null) {
            spared--;
        }
        if (thing != null && counts.merge(thing, 1, Integer::sum) > 1) {
            spared++;
        }
    }

    /** Whether somebody else looks at the same thing. */
    boolean hasCompany(Waiting waiting) {
        return counts.getOrDefault(waiting.thing, 0) > 1;
    }

    /** How many waits look at what another one looks at already. */
    int spared() {
        return spared;
    }
}
