package hudson.model;

import hudson.model.queue.QueueListener;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import jenkins.model.FullyNamedModelObject;

/** Builds that wait to be started. The stand-in starts them at once, unless it is told to hold them. */
public class Queue {
    private final List<Item> items = new CopyOnWriteArrayList<>();
    private boolean held;

    /** Something that can be built. */
    public interface Task extends FullyNamedModelObject {}

    /** An action that has a say in whether two requests are one. */
    public interface QueueAction extends Action {
        /** @return whether a request with these actions is another one than that with this action */
        boolean shouldSchedule(List<Action> actions);
    }

    /** Starts what was waiting. */
    public interface Starter {
        void start(Task task, List<Action> actions);
    }

    private final Starter starter;

    /** @param starter starts builds */
    public Queue(Starter starter) {
        this.starter = starter;
    }

    /** A build that waits. */
    public static class Item extends Actionable {
        public final Task task;

        protected Item(Task task, List<Action> actions) {
            this.task = task;
            getActions().addAll(actions);
        }

        public final List<Cause> getCauses() {
            CauseAction action = getAction(CauseAction.class);
            return action == null ? Collections.emptyList() : Collections.unmodifiableList(action.getCauses());
        }

        @Override
        public String getDisplayName() {
            return task.getDisplayName();
        }
    }

    /** A build that does not wait any more. */
    public static final class LeftItem extends Item {
        private final boolean cancelled;

        private LeftItem(Item item, boolean cancelled) {
            super(item.task, item.getActions());
            this.cancelled = cancelled;
        }

        /** @return whether it was taken out of the queue without being started */
        public boolean isCancelled() {
            return cancelled;
        }
    }

    public Item[] getItems() {
        return items.toArray(Item[]::new);
    }

    /** Starts nothing until {@link #release}. */
    public void hold() {
        held = true;
    }

    /** Starts what waits. */
    public void release() {
        held = false;
        items.forEach(this::start);
    }

    /** Puts a build into the queue; one that another waiting one stands for is not put there again. */
    public Item add(Task task, List<Action> actions) {
        for (Item present : items) {
            if (present.task == task && !isAnother(present.getActions(), actions)) {
                return present;
            }
        }
        Item item = new Item(task, actions);
        items.add(item);
        if (!held) {
            start(item);
        }
        return item;
    }

    private static boolean isAnother(List<Action> present, List<Action> given) {
        List<Action> all = new ArrayList<>(present);
        all.addAll(given);
        return all.stream()
                .filter(QueueAction.class::isInstance)
                .map(QueueAction.class::cast)
                .anyMatch(each -> each.shouldSchedule(present.contains(each) ? given : present));
    }

    private void start(Item item) {
        leave(item, false);
        starter.start(item.task, item.getActions());
    }

    /** @return whether it was waiting */
    public boolean cancel(Item item) {
        return leave(item, true);
    }

    private boolean leave(Item item, boolean cancelled) {
        boolean waited = items.remove(item);
        if (waited) {
            QueueListener.all().forEach(listener -> listener.onLeft(new LeftItem(item, cancelled)));
        }
        return waited;
    }

    @Override
    public String toString() {
        return Arrays.toString(getItems());
    }
}
