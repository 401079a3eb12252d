package io.jenkins.plugins.stackdeploy.engine;

import java.time.Duration;

/** A call was not made because the group's {@link CallBudget} is used up for now. Nothing was sent. */
public class OverBudgetException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Duration wait;

    /**
     * No call now.
     *
     * @param wait how long until a call may be made
     */
    public OverBudgetException(Duration wait) {
        super("no call for " + wait.toMillis() + " ms", null, false, false);
        this.wait = wait;
    }

    public Duration waitFor() {
        return wait;
    }
}
