package io.jenkins.plugins.stackdeploy.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The waits of a group that are not having a turn, in the order in which they want one: those that want it at their time,
 * and those that may share any look. Nothing in it takes longer than finding a place in a sorted set. Not safe for use by
 * many threads.
 */
final class WatchQueue {
    private final TreeSet<Waiting> timed = new TreeSet<>();
    private final TreeSet<Waiting> together = new TreeSet<>();
    private final Map<String, List<Waiting>> byId = new HashMap<>();

    /** Adds one that wants its turn at its time. */
    void addTimed(Waiting waiting) {
        timed.add(waiting);
    }

    /** Adds one that may share any look. */
    void addTogether(Waiting waiting) {
        together.add(waiting);
        byId.computeIfAbsent(waiting.sharedId, id -> new ArrayList<>(1)).add(waiting);
    }

    void remove(Waiting waiting) {
        timed.remove(waiting);
        if (together.remove(waiting)) {
            byId.computeIfPresent(waiting.sharedId, (id, same) -> {
                same.remove(waiting);
                return same.isEmpty() ? null : same;
            });
        }
    }

    /** Takes out one whose time has come; null when there is none. */
    Waiting pollTimed(Instant now) {
        return timed.isEmpty() || timed.first().wanted.isAfter(now) ? null : timed.pollFirst();
    }

    /** Who wants a shared look first; null when there is nobody. */
    Waiting firstTogether() {
        return together.isEmpty() ? null : together.first();
    }

    /** When the first time comes; null when there is nobody. */
    Instant nextTimed() {
        return timed.isEmpty() ? null : timed.first().wanted;
    }

    /** Whether so many different looks are wanted by now that another has no room. */
    boolean fillsLook(int most, Instant now) {
        long due = together.stream()
                .takeWhile(waiting -> !waiting.wanted.isAfter(now))
                .map(waiting -> waiting.sharedId)
                .distinct()
                .limit(most)
                .count();
        return due >= most;
    }

    /**
     * Takes out who shares a look: those who want it first, whether it is time or not, since they cost nothing more.
     *
     * @param leader who makes it
     * @param most how many ids there is room for, at least 1
     * @return by id, the leader's first; nobody when the leader no longer wants a shared look
     */
    Map<String, List<Waiting>> pollTogether(Waiting leader, int most) {
        Map<String, List<Waiting>> taken = new LinkedHashMap<>();
        for (Waiting next = together.contains(leader) ? leader : null;
                next != null && taken.size() < most;
                next = firstTogether()) {
            List<Waiting> same = byId.remove(next.sharedId);
            together.removeAll(same);
            taken.put(next.sharedId, same);
        }
        return taken;
    }

    /** Takes out everybody who wants a shared look by now. */
    List<Waiting> pollDueTogether(Instant now) {
        List<Waiting> due = new ArrayList<>();
        while (!together.isEmpty() && !together.first().wanted.isAfter(now)) {
            Waiting first = together.first();
            remove(first);
            due.add(first);
        }
        return due;
    }
}
