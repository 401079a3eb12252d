package hudson.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import jenkins.model.Jenkins;
import jenkins.model.TransientActionFactory;

/** Something that actions can be attached to. */
public abstract class Actionable extends AbstractModelObject {
    private volatile CopyOnWriteArrayList<Action> actions;

    /** @return the live list of the actions that are saved with this object; never null */
    public List<Action> getActions() {
        if (actions == null) {
            synchronized (this) {
                if (actions == null) {
                    actions = new CopyOnWriteArrayList<>();
                }
            }
        }
        return actions;
    }

    /** @return the saved actions and those that factories add */
    public final List<? extends Action> getAllActions() {
        return withTransient(Action.class);
    }

    private List<Action> withTransient(Class<? extends Action> type) {
        List<Action> all = new ArrayList<>(getActions());
        Jenkins jenkins = Jenkins.getInstanceOrNull();
        if (jenkins != null) {
            for (TransientActionFactory<?> factory : jenkins.getExtensionList(TransientActionFactory.class)) {
                if (type.isAssignableFrom(factory.actionType())
                        || factory.actionType().isAssignableFrom(type)) {
                    all.addAll(made(factory));
                }
            }
        }
        return Collections.unmodifiableList(all);
    }

    private <T> Collection<? extends Action> made(TransientActionFactory<T> factory) {
        return factory.type().isInstance(this)
                ? factory.createFor(factory.type().cast(this))
                : List.of();
    }

    /** @return the actions of this type, oldest first */
    public <T extends Action> List<T> getActions(Class<T> type) {
        List<T> found = new ArrayList<>();
        for (Action action : withTransient(type)) {
            if (type.isInstance(action)) {
                found.add(type.cast(action));
            }
        }
        return found;
    }

    /** @return the first action of this type, or null */
    public <T extends Action> T getAction(Class<T> type) {
        List<T> found = getActions(type);
        return found.isEmpty() ? null : found.get(0);
    }

    public void addAction(Action action) {
        getActions().add(Objects.requireNonNull(action, "action"));
    }

    /** Removes every action of exactly the same class and adds this one. */
    public void replaceAction(Action action) {
        addOrReplaceAction(action);
    }

    /** @return whether anything changed */
    public boolean addOrReplaceAction(Action action) {
        Objects.requireNonNull(action, "action");
        List<Action> old = new ArrayList<>();
        boolean present = false;
        for (Action each : getActions()) {
            if (!present && action.equals(each)) {
                present = true;
            } else if (each.getClass() == action.getClass()) {
                old.add(each);
            }
        }
        boolean changed = getActions().removeAll(old);
        if (!present) {
            addAction(action);
            changed = true;
        }
        return changed;
    }

    /** @return whether it was there; false for null */
    public boolean removeAction(Action action) {
        return action != null && getActions().remove(action);
    }

    /** @return whether there was any */
    public boolean removeActions(Class<? extends Action> type) {
        return getActions().removeIf(action -> action.getClass() == type);
    }
}
