package io.jenkins.plugins.stackdeploy.engine;

import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The call budgets of a controller: one for each API action of each group, shared by every build. */
public final class Budgets {
    private record Key(GroupKey group, String action) {}

    private final ConcurrentMap<Key, CallBudget> budgets = new ConcurrentHashMap<>();
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
}
