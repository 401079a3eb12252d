package io.jenkins.plugins.stackdeploy.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/**
 * Time that passes only from one thing to do to the next: hours of waiting take milliseconds, always in the same order, on
 * the thread of the test.
 */
public final class VirtualTime extends Clock {
    /** Something that is to be done at a moment; equal moments in the order in which they were asked for. */
    record Due(Instant at, long number, Runnable work) {}

    private final PriorityQueue<Due> queue =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparing(Due::number));
    private long number;
    private Instant now = Instant.parse("2026-03-01T08:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the tests need UTC only");
    }

    /** A watcher whose turns are taken while {@link #runUntil} runs. */
    public Watcher watcher() {
        return watcher(new Budgets(this));
    }

    /** Likewise, with budgets that a test knows. */
    public Watcher watcher(Budgets budgets) {
        return new Watcher(new VirtualExecutor(this), this, budgets);
    }

    /** Does something later. */
    public void in(Duration pause, Runnable work) {
        add(pause, work);
    }

    Due add(Duration pause, Runnable work) {
        Due due = new Due(now.plus(pause), number++, work);
        queue.add(due);
        return due;
    }

    void remove(Due due) {
        queue.remove(due);
    }

    /** Lets time pass without doing what falls due meanwhile; that is done late. */
    public void skip(Duration duration) {
        now = now.plus(duration);
    }

    /** Does whatever is due within a duration from now. */
    public void pass(Duration duration) {
        Instant end = now.plus(duration);
        while (!queue.isEmpty() && !queue.peek().at().isAfter(end)) {
            step();
        }
        now = end.isAfter(now) ? end : now;
    }

    /**
     * Does one thing after another until a condition holds.
     *
     * @param done the condition
     * @param most how long it may take
     */
    public void runUntil(BooleanSupplier done, Duration most) {
        Instant end = now.plus(most);
        while (!done.getAsBoolean()) {
            if (queue.isEmpty()) {
                throw new AssertionError("nothing is left to do, and what was waited for has not happened");
            }
            if (queue.peek().at().isAfter(end)) {
                throw new AssertionError("it has not happened within " + most);
            }
            step();
        }
    }

    private void step() {
        Due due = queue.remove();
        now = due.at().isAfter(now) ? due.at() : now;
        due.work().run();
    }
}
