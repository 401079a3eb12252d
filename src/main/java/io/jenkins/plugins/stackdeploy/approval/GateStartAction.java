package io.jenkins.plugins.stackdeploy.approval;

import hudson.model.Action;
import hudson.model.InvisibleAction;
import hudson.model.Queue;
import java.util.List;
import java.util.Objects;

/**
 * Keeps the queue from taking what a gate starts for something else that waits there, and takes what a gate starts twice for
 * the same.
 */
public class GateStartAction extends InvisibleAction implements Queue.QueueAction {
    private final String key;
    private final String target;

    /**
     * An action.
     *
     * @param key the key of the gate's files
     * @param target the started job, as the gate names it
     */
    GateStartAction(String key, String target) {
        this.key = key;
        this.target = target;
    }

    @Override
    public boolean shouldSchedule(List<Action> actions) {
        return !actions.contains(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GateStartAction that && key.equals(that.key) && target.equals(that.target);
    }

    @Override
    public int hashCode() {
        return Objects.hash(key, target);
    }
}
