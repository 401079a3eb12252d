package io.jenkins.plugins.stackdeploy.engine;

import java.time.Instant;
import java.util.List;

/**
 * What a {@link Watcher} was like at a moment.
 *
 * @param at when
 * @param threads how many threads it has, at most {@link Watcher#THREADS}
 * @param groups every account and region with waits or with calls in the last hour, in the order of cloud, account, region
 */
public record WatcherSnapshot(Instant at, int threads, List<GroupSnapshot> groups) {
    /** Copies the list. */
    public WatcherSnapshot {
        groups = List.copyOf(groups);
    }

    /**
     * How many waits there are.
     *
     * @return at least 0
     */
    public int waits() {
        return groups.stream().mapToInt(GroupSnapshot::waits).sum();
    }
}
