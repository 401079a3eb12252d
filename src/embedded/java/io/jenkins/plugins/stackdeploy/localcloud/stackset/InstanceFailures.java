package io.jenkins.plugins.stackdeploy.localcloud.stackset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The failures ordered by tests. Safe for use by several threads. */
public final class InstanceFailures {
    private final List<InstanceFailure> orders = new ArrayList<>();

    /** Adds an order for all operations that begin from now on. */
    public synchronized void add(InstanceFailure order) {
        orders.add(order);
    }

    /** Withdraws every order; operations that have begun keep their course. */
    public synchronized void clear() {
        orders.clear();
    }

    /** Takes the first matching order and counts it down. */
    synchronized Optional<InstanceFailure> take(
            String stackSet, Target target, OperationAction action, Map<String, String> parameters) {
        for (int i = 0; i < orders.size(); i++) {
            InstanceFailure order = orders.get(i);
            if (order.matches(stackSet, target, action, parameters)) {
                if (order.times() == 1) {
                    orders.remove(i);
                } else if (order.times() < Integer.MAX_VALUE) {
                    orders.set(i, order.times(order.times() - 1));
                }
                return Optional.of(order);
            }
        }
        return Optional.empty();
    }
}
