package io.jenkins.plugins.stackdeploy.localcloud.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The orders that wait for their call, in the order in which they were given. Safe for use by several threads. */
public final class Faults {
    private final List<Fault> pending = new ArrayList<>();

    /** Adds an order behind those that wait already. */
    public synchronized void add(Fault fault) {
        pending.add(fault);
    }

    /** Drops every order that waits. */
    public synchronized void clear() {
        pending.clear();
    }

    /** Returns the orders that still wait, counted down. */
    public synchronized List<Fault> pending() {
        return List.copyOf(pending);
    }

    /**
     * Takes the fault for a call and counts it down. Only the first matching order looks at the call.
     *
     * @param action the action that is called
     * @return the fault to apply, or empty if this call passes
     */
    public synchronized Optional<Fault> take(String action) {
        for (int i = 0; i < pending.size(); i++) {
            Fault fault = pending.get(i);
            if (fault.matches(action)) {
                if (fault.skip() > 0) {
                    pending.set(i, fault.after(fault.skip() - 1));
                    return Optional.empty();
                }
                if (fault.times() == 1) {
                    pending.remove(i);
                } else {
                    pending.set(i, fault.times(fault.times() - 1));
                }
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }
}
