package io.jenkins.plugins.stackdeploy.engine;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the waits of one account and region were like at a moment.
 *
 * @param key the cloud, endpoint, account and region
 * @param waits how many wait
 * @param due how many of them should have had a turn by now
 * @param ownLooks whether each wait looks for itself, because listing is denied
 * @param looks how many shared looks have been made since the first of these waits began
 * @param turns how many turns have been given since then
 * @param oldestTurn when the wait that has been without a turn for longest last had one, or began to wait; null when nobody
 *     waits
 * @param budgets the call budgets, by API
 */
public record GroupSnapshot(
        GroupKey key,
        int waits,
        int due,
        boolean ownLooks,
        long looks,
        long turns,
        Instant oldestTurn,
        List<BudgetSnapshot> budgets) {
    /** Copies the list. */
    public GroupSnapshot {
        budgets = List.copyOf(budgets);
    }

    /**
     * How many calls have been made of all APIs.
     *
     * @return at least 0
     */
    public long calls() {
        return budgets.stream().mapToLong(BudgetSnapshot::calls).sum();
    }

    /**
     * How many calls the cloud throttled.
     *
     * @return at least 0
     */
    public long throttles() {
        return budgets.stream().mapToLong(BudgetSnapshot::throttles).sum();
    }

    /**
     * When the cloud last throttled a call.
     *
     * @return empty when never
     */
    public Optional<Instant> lastThrottled() {
        return budgets.stream()
                .map(BudgetSnapshot::lastThrottled)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
    }

    /**
     * Since when at least one of the budgets has granted less than its full rate.
     *
     * @return empty when all rates are full
     */
    public Optional<Instant> throttledSince() {
        return budgets.stream()
                .map(BudgetSnapshot::throttledSince)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder());
    }
}
