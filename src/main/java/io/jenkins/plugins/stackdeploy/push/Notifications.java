package io.jenkins.plugins.stackdeploy.push;

import io.jenkins.plugins.stackdeploy.engine.CallBudget;
import io.jenkins.plugins.stackdeploy.engine.OverBudgetException;
import io.jenkins.plugins.stackdeploy.engine.Priority;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who is to be told of notifications, by token. Only what waits right now is. */
final class Notifications {
    /** A deployment has a handful of statuses; whoever sends more is not helped by more looks. */
    private static final int MOST_A_MINUTE_FOR_A_TOKEN = 20;

    private static final int MOST_A_MINUTE = 600;

    /** What became of a notification. */
    enum Verdict {
        /** Nobody waits for it. */
        UNKNOWN,
        /** There have been too many lately. */
        TOO_MANY,
        /** Whoever waits for it looks at once. */
        HEARD
    }

    private static final class Stack {
        private final CallBudget budget;
        private final List<Subscription> subscriptions = new ArrayList<>();

        private Stack(InstantSource clock) {
            this.budget = new CallBudget(MOST_A_MINUTE_FOR_A_TOKEN, clock);
        }

        /** Answers whether nobody is left. */
        private boolean forget(Subscription over) {
            subscriptions.removeIf(each -> each == over || each.isForgotten());
            return subscriptions.isEmpty();
        }
    }

    private final InstantSource clock;
    private final CallBudget budget;
    private final Map<String, Stack> byHash = new HashMap<>();

    Notifications(InstantSource clock) {
        this.clock = clock;
        this.budget = new CallBudget(MOST_A_MINUTE, clock);
    }

    synchronized void add(String token, Subscription subscription) {
        byHash.values().removeIf(stack -> stack.forget(null));
        byHash.computeIfAbsent(Token.hash(token), hash -> new Stack(clock))
                .subscriptions
                .add(subscription);
    }

    synchronized void remove(String token, Subscription subscription) {
        byHash.computeIfPresent(Token.hash(token), (hash, stack) -> stack.forget(subscription) ? null : stack);
    }

    /**
     * A notification has come: whoever waits for it gets a turn at once.
     *
     * @param text what should be a token
     * @return what became of it
     */
    Verdict hear(String text) {
        List<Subscription> subscriptions;
        synchronized (this) {
            Stack stack = Token.isWellFormed(text) ? byHash.get(Token.hash(text)) : null;
            if (stack == null) {
                return Verdict.UNKNOWN;
            }
            try {
                stack.budget.take(Priority.WRITE);
                budget.take(Priority.WRITE);
            } catch (OverBudgetException flood) {
                return Verdict.TOO_MANY;
            }
            subscriptions = List.copyOf(stack.subscriptions);
        }
        subscriptions.forEach(Subscription::wake);
        return Verdict.HEARD;
    }
}
