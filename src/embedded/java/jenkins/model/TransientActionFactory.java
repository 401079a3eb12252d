package jenkins.model;

import hudson.ExtensionPoint;
import hudson.model.Action;
import java.util.Collection;

/** Adds actions to objects that do not know of them. */
public abstract class TransientActionFactory<T> implements ExtensionPoint {
    public abstract Class<T> type();

    /** A type of all actions that this makes. */
    public Class<? extends Action> actionType() {
        return Action.class;
    }

    /** Called whenever the actions of an object are asked for. */
    public abstract Collection<? extends Action> createFor(T target);
}
