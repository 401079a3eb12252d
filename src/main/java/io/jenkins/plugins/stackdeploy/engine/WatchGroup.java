package io.jenkins.plugins.stackdeploy.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The waits of one account and region: when who is due, and the looks they share. */
final class WatchGroup {
    private static final Logger LOGGER = Logger.getLogger(WatchGroup.class.getName());
    private static final int MOST_THREADS = 3;
    /** Whoever is due this soon goes along with a shared look that is made anyway. */
    private static final Duration ALONG = Duration.ofMillis(700);

    private static final Duration AFTER_A_DEFECT = Duration.ofSeconds(10);

    private static final class Entry {
        private final Wait wait;
        private Instant due;
        private boolean running;
        private boolean woken;
        private Instant lastTurn;

        private Entry(Wait wait, Instant due) {
            this.wait = wait;
            this.due = due;
            this.lastTurn = due;
        }
    }

    private final ScheduledExecutorService threads;
    private final InstantSource clock;
    private final Backoff backoff = new Backoff();
    private final IdentityHashMap<Wait, Entry> entries = new IdentityHashMap<>();
    private final PriorityQueue<Entry> queue = new PriorityQueue<>(Comparator.comparing(entry -> entry.due));
    private final Deque<Runnable> ready = new ArrayDeque<>();
    private int busy;
    private int failedLooks;
    private long looks;
    private long turns;
    private boolean noSharedLooks;
    private ScheduledFuture<?> timer;
    private Instant timerAt;

    WatchGroup(ScheduledExecutorService threads, InstantSource clock) {
        this.threads = threads;
        this.clock = clock;
    }

    synchronized void add(Wait wait) {
        Entry entry = new Entry(wait, clock.instant());
        entries.put(wait, entry);
        queue.add(entry);
        arm();
    }

    synchronized void wake(Wait wait) {
        Entry entry = entries.get(wait);
        if (entry == null) {
            return;
        }
        if (entry.running) {
            entry.woken = true;
            return;
        }
        queue.remove(entry);
        entry.due = clock.instant();
        queue.add(entry);
        arm();
    }

    synchronized int size() {
        return entries.size();
    }

    synchronized GroupSnapshot snapshot(GroupKey key, List<BudgetSnapshot> budgets) {
        Instant now = clock.instant();
        int due = (int) entries.values().stream()
                .filter(entry -> !entry.due.isAfter(now))
                .count();
        Instant oldest = entries.values().stream()
                .map(entry -> entry.lastTurn)
                .min(Comparator.naturalOrder())
                .orElse(null);
        return new GroupSnapshot(key, entries.size(), due, noSharedLooks, looks, turns, oldest, budgets);
    }

    /** A group in which nobody waits. */
    static GroupSnapshot idle(GroupKey key, List<BudgetSnapshot> budgets) {
        return new GroupSnapshot(key, 0, 0, false, 0, 0, null, budgets);
    }

    /** Sees to it that {@link #sweep()} runs when the first entry is due. */
    private void arm() {
        Entry first = queue.peek();
        if (first == null || (timer != null && !first.due.isBefore(timerAt))) {
            return;
        }
        if (timer != null) {
            timer.cancel(false);
        }
        timerAt = first.due;
        // To the nanosecond: a sweep that comes early finds nothing due and would come again at once.
        long nanos = Math.max(0, Duration.between(clock.instant(), first.due).toNanos());
        try {
            timer = threads.schedule(this::sweep, nanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closed) {
            LOGGER.log(Level.FINE, "The watcher is closed: {0} waits stay in their journals", entries.size());
        }
    }

    private synchronized void sweep() {
        timer = null;
        Instant now = clock.instant();
        Instant along = now.plus(ALONG);
        List<Entry> alone = new ArrayList<>();
        Map<String, List<Entry>> together = new LinkedHashMap<>();
        while (!queue.isEmpty() && !queue.peek().due.isAfter(along)) {
            Entry entry = queue.poll();
            entry.running = true;
            Optional<String> id = noSharedLooks ? Optional.empty() : sharedLook(entry.wait);
            if (id.isPresent()) {
                together.computeIfAbsent(id.get(), key -> new ArrayList<>()).add(entry);
            } else {
                alone.add(entry);
            }
        }
        // Only company justifies being early: without a shared look everybody waits for his own time.
        for (Entry entry : alone) {
            if (entry.due.isAfter(now)) {
                entry.running = false;
                queue.add(entry);
            } else {
                ready.add(() -> turn(entry, () -> entry.wait.turn(null)));
            }
        }
        share(together);
        pump();
        arm();
    }

    /** A defect of one wait must not keep the others from being swept: it shows again in its own turn. */
    private static Optional<String> sharedLook(Wait wait) {
        try {
            return wait.sharedLook();
        } catch (RuntimeException defect) {
            LOGGER.log(Level.WARNING, "A wait could not tell what it looks at; it looks for itself", defect);
            return Optional.empty();
        }
    }

    private void share(Map<String, List<Entry>> together) {
        if (together.isEmpty()) {
            return;
        }
        List<Map.Entry<String, List<Entry>>> all = new ArrayList<>(together.entrySet());
        ready.add(() -> lookInTurn(all));
    }

    private void lookInTurn(List<Map.Entry<String, List<Entry>>> all) {
        List<Map.Entry<String, List<Entry>>> left = all;
        while (!left.isEmpty()) {
            left = left.subList(look(left), left.size());
        }
    }

    /** Looks at as many as one call takes, and answers how many that was. */
    private int look(List<Map.Entry<String, List<Entry>>> all) {
        List<Map.Entry<String, List<Entry>>> some = all;
        List<Entry> waiting = waiting(some);
        try {
            Looker looker = waiting.get(0).wait.looker();
            some = all.subList(0, Math.min(all.size(), Math.max(1, looker.most())));
            waiting = waiting(some);
            Map<String, ? extends Look> seen =
                    looker.look(some.stream().map(Map.Entry::getKey).toList());
            synchronized (this) {
                looks++;
                failedLooks = 0;
                for (Map.Entry<String, List<Entry>> one : some) {
                    Look look = seen.get(one.getKey());
                    one.getValue().forEach(entry -> ready.add(() -> turn(entry, () -> entry.wait.turn(look))));
                }
                pump();
            }
        } catch (OverBudgetException later) {
            postpone(waiting, null, later.waitFor());
        } catch (CloudException failed) {
            postpone(waiting, failed);
        } catch (RuntimeException defect) {
            LOGGER.log(Level.WARNING, "A shared look failed; it will be made again", defect);
            postpone(waiting, Text.oneLine(defect.toString()), AFTER_A_DEFECT);
        }
        return some.size();
    }

    private static List<Entry> waiting(List<Map.Entry<String, List<Entry>>> some) {
        return some.stream()
                .map(Map.Entry::getValue)
                .flatMap(Collection::stream)
                .toList();
    }

    private void postpone(List<Entry> waiting, CloudException failed) {
        if (failed.kind().isPassing()) {
            int failures;
            synchronized (this) {
                failures = ++failedLooks;
            }
            postpone(waiting, failed.describe(), backoff.after(failures));
            return;
        }
        // Listing is denied, or these credentials are no good: each one looks for itself and can tell what is wrong.
        LOGGER.log(Level.INFO, "Everybody looks for himself: {0}", failed.describe());
        synchronized (this) {
            noSharedLooks |= failed.kind() == FaultKind.DENIED;
            waiting.forEach(entry -> ready.add(() -> turn(entry, () -> entry.wait.turn(null))));
            pump();
        }
    }

    private synchronized void postpone(List<Entry> waiting, String trouble, Duration pause) {
        waiting.forEach(entry -> ready.add(() -> turn(entry, () -> entry.wait.postponed(trouble, pause))));
        pump();
    }

    private void turn(Entry entry, Supplier<Turn> taken) {
        Turn turn;
        try {
            turn = taken.get();
        } catch (RuntimeException defect) {
            LOGGER.log(Level.WARNING, "A turn failed unexpectedly; there will be another", defect);
            turn = Turn.after(AFTER_A_DEFECT);
        }
        synchronized (this) {
            turns++;
            entry.lastTurn = clock.instant();
            if (turn.over()) {
                entries.remove(entry.wait);
            } else {
                again(entry, clock.instant().plus(turn.pause()));
                arm();
            }
        }
    }

    private void again(Entry entry, Instant due) {
        entry.running = false;
        entry.due = entry.woken ? clock.instant() : due;
        entry.woken = false;
        queue.add(entry);
    }

    /** Hands work to the threads, at most {@link #MOST_THREADS} at a time. */
    private synchronized void pump() {
        while (busy < MOST_THREADS && !ready.isEmpty()) {
            Runnable work = ready.poll();
            busy++;
            try {
                threads.execute(() -> {
                    try {
                        work.run();
                    } finally {
                        synchronized (this) {
                            busy--;
                            pump();
                        }
                    }
                });
            } catch (RejectedExecutionException closed) {
                busy--;
                LOGGER.log(Level.FINE, "The watcher is closed: {0} waits stay in their journals", entries.size());
                return;
            }
        }
    }
}
