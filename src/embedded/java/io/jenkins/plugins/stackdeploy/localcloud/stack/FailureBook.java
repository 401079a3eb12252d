package io.jenkins.plugins.stackdeploy.localcloud.stack;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The failures ordered by tests, besides those that templates declare. Safe for use by several threads. */
public final class FailureBook {
    private final List<FailureRule> rules = new CopyOnWriteArrayList<>();

    /** Adds an order for all operations submitted from now on. */
    public void add(FailureRule rule) {
        rules.add(rule);
    }

    /** Withdraws every order; operations already submitted keep their course. */
    public void clear() {
        rules.clear();
    }

    /** Returns why a resource is to fail now, if it is. */
    public Optional<String> reason(String stackName, String logicalId, FailOn on) {
        return rules.stream()
                .filter(rule -> rule.matches(stackName, logicalId, on))
                .map(FailureRule::reason)
                .findFirst();
    }
}
