package io.jenkins.plugins.stackdeploy.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The call budgets of a controller: one for each API action of each group, shared by every build. Those that nobody has
 * used for an hour are forgotten; by then they are full again, whatever happened to them.
 */
public final class Budgets {
    private static final Duration KEPT = Duration.ofHours(1);

    private record Key(GroupKey group, String action) {}

    private final ConcurrentMap<Key, CallBudget> budgets = new ConcurrentHashMap<>();
    private final ConcurrentMap<GroupKey, Share> shares = new ConcurrentHashMap<>();
    private final InstantSource clock;

    /**
     * Full budgets.
     *
     * @param clock tells the time
     */
    public Budgets(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * The budget of one action.
     *
     * @param group whose calls
     * @param action the API action
     * @param callsPerMinute the cloud's limit, used when the budget is first asked for
     * @return the shared budget
     */
    public CallBudget of(GroupKey group, String action, int callsPerMinute) {
        return budgets.computeIfAbsent(new Key(group, action), key -> new CallBudget(callsPerMinute, clock));
    }

    /**
     * What each wait of a group gets.
     *
     * @param group the account and region
     * @return what its waits share
     */
    public Share share(GroupKey group) {
        return shares.computeIfAbsent(group, key -> new Share(clock));
    }

    /** Forgets budgets that nobody has used for an hour. */
    void forgetUnused() {
        Instant old = clock.instant().minus(KEPT);
        budgets.values().removeIf(budget -> budget.usedAt().isBefore(old));
    }

    /** What all budgets are like now, by group, those of a group in the order of their APIs. */
    Map<GroupKey, List<BudgetSnapshot>> snapshot() {
        Map<GroupKey, List<BudgetSnapshot>> snapshot = new HashMap<>();
        budgets.forEach((key, budget) ->
                snapshot.computeIfAbsent(key.group(), any -> new ArrayList<>()).add(budget.snapshot(key.action())));
        snapshot.values().forEach(list -> list.sort(Comparator.comparing(BudgetSnapshot::api)));
        return snapshot;
    }
}
