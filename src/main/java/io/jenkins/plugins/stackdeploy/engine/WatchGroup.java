package io.jenkins.plugins.stackdeploy.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The waits of one account and region: when who is due, and the looks they share.
 *
 * <p>A shared look is made when the first wait is due, one at a time. Whatever room it has is filled with those who are due
 * next: what they learn that way costs no call. So waits that begin together go on together, and a look at many is as full
 * as it can be.
 */
final class WatchGroup {
    private static final Logger LOGGER = Logger.getLogger(WatchGroup.class.getName());
    private static final Duration AFTER_A_DEFECT = Duration.ofSeconds(10);

    private final InstantSource clock;
    private final Share share;
    private final Runnable whenEmpty;
    private final Crew crew;
    private final Alarm alarm;
    private final LookGate gate;
    private final IdentityHashMap<Wait, Waiting> all = new IdentityHashMap<>();
    private final WatchQueue queue = new WatchQueue();
    private final Sharers sharers = new Sharers();
    private final LongAdder allLooks;
    private long numbers;
    private long looks;
    private long turns;

    /**
     * A group without waits.
     *
     * @param threads give the turns
     * @param clock tells the time
     * @param share told how many wait
     * @param allLooks counts the looks of all groups
     * @param whenEmpty called, without a lock, when the last wait is over
     */
    WatchGroup(
            ScheduledExecutorService threads,
            InstantSource clock,
            Share share,
            LongAdder allLooks,
            Runnable whenEmpty) {
        this.clock = clock;
        this.share = share;
        this.allLooks = allLooks;
        this.whenEmpty = whenEmpty;
        this.crew = new Crew(threads);
        this.alarm = new Alarm(threads, clock, this::sweep);
        this.gate = new LookGate(clock);
    }

    synchronized void add(Wait wait) {
        Waiting waiting = new Waiting(wait, numbers++, clock.instant());
        all.put(wait, waiting);
        enqueue(waiting);
        arm();
    }

    synchronized void wake(Wait wait) {
        Waiting waiting = all.get(wait);
        if (waiting == null) {
            return;
        }
        if (waiting.running) {
            waiting.woken = true;
            return;
        }
        queue.remove(waiting);
        waiting.wanted = clock.instant();
        enqueue(waiting);
        arm();
    }

    synchronized int size() {
        return all.size();
    }

    synchronized GroupSnapshot snapshot(GroupKey key, List<BudgetSnapshot> budgets) {
        Instant now = clock.instant();
        int due = (int) all.values().stream()
                .filter(waiting -> !waiting.wanted.isAfter(now))
                .count();
        Instant oldest = all.values().stream()
                .map(waiting -> waiting.lastTurn)
                .min(Comparator.naturalOrder())
                .orElse(null);
        return new GroupSnapshot(key, all.size(), due, gate.isDenied(), looks, turns, oldest, budgets);
    }

    /** A group in which nobody waits. */
    static GroupSnapshot idle(GroupKey key, List<BudgetSnapshot> budgets) {
        return new GroupSnapshot(key, 0, 0, false, 0, 0, null, budgets);
    }

    private void enqueue(Waiting waiting) {
        boolean denied = gate.isDenied();
        share.ownLooks(denied);
        waiting.running = false;
        sharers.note(waiting, thing(waiting.wait));
        counted();
        boolean helps = waiting.wait.sharesCalls() || sharers.hasCompany(waiting);
        waiting.sharedId = helps && !denied ? waiting.thing : null;
        if (waiting.sharedId != null && (waiting.sooner || !waiting.wanted.isAfter(clock.instant()))) {
            queue.addTogether(waiting);
        } else {
            queue.addTimed(waiting);
        }
    }

    private void counted() {
        share.waits(all.size(), all.size() - sharers.spared());
    }

    /** A defect of one wait must not keep the others from being swept: it shows again in its own turn. */
    private static String thing(Wait wait) {
        try {
            return wait.sharedLook().orElse(null);
        } catch (RuntimeException | Error defect) {
            LOGGER.log(Level.WARNING, "A wait could not tell what it looks at; it looks for itself", defect);
            return null;
        }
    }

    /** Sees to it that {@link #sweep()} runs when the first is due. */
    private void arm() {
        Instant timed = queue.nextTimed();
        Instant together = gate.opensFor(queue.firstTogether());
        alarm.set(timed == null || (together != null && together.isBefore(timed)) ? together : timed);
    }

    private synchronized void sweep() {
        alarm.rang();
        Instant now = clock.instant();
        for (Waiting timed = queue.pollTimed(now); timed != null; timed = queue.pollTimed(now)) {
            if (timed.sharedId == null) {
                ready(timed, null);
            } else {
                queue.addTogether(timed);
            }
        }
        Waiting first = queue.firstTogether();
        Instant opens = gate.opensFor(first);
        if (opens != null && !opens.isAfter(now)) {
            gate.begin();
            crew.give(() -> look(first));
        }
        arm();
    }

    /** Makes one shared look, led by who wants it first. */
    private void look(Waiting leader) {
        List<Waiting> waiting = List.of();
        try {
            Looker looker = leader.wait.looker();
            int most = Math.max(1, looker.most());
            Map<String, List<Waiting>> some = take(leader, most);
            waiting = some.values().stream().flatMap(Collection::stream).toList();
            if (!waiting.isEmpty()) {
                seen(some, looker.look(List.copyOf(some.keySet())), most);
            }
        } catch (OverBudgetException later) {
            overBudget(waiting, later.waitFor());
        } catch (CloudException failed) {
            failed(waiting.isEmpty() ? take(leader) : waiting, failed);
        } catch (RuntimeException | Error defect) {
            // Whatever it is: who was taken out of the queue would not be looked at again.
            List<Waiting> postponed = waiting.isEmpty() ? take(leader) : waiting;
            postpone(postponed, Text.oneLine(defect.toString()), AFTER_A_DEFECT);
            LOGGER.log(Level.WARNING, "A shared look failed; it will be made again", defect);
        } finally {
            synchronized (this) {
                gate.end();
                arm();
            }
        }
    }

    private synchronized Map<String, List<Waiting>> take(Waiting leader, int most) {
        Map<String, List<Waiting>> some = queue.pollTogether(leader, most);
        some.values().forEach(same -> same.forEach(waiting -> waiting.running = true));
        return some;
    }

    private synchronized List<Waiting> take(Waiting leader) {
        if (leader.running) {
            return List.of();
        }
        queue.remove(leader);
        leader.running = true;
        return List.of(leader);
    }

    private synchronized void seen(Map<String, List<Waiting>> some, Map<String, ? extends Look> seen, int most) {
        looks++;
        allLooks.increment();
        some.forEach((id, same) -> same.forEach(waiting -> ready(waiting, seen.get(id))));
        gate.looked(all.size() <= 1 || queue.fillsLook(most, clock.instant()));
    }

    /** Whoever was to be looked at goes first when there are calls again. */
    private synchronized void overBudget(List<Waiting> waiting, Duration pause) {
        gate.pause(pause);
        for (Waiting each : waiting) {
            Instant wanted = each.wanted;
            crew.give(() -> turn(each, () -> each.wait.postponed(null, pause), wanted));
        }
    }

    private void failed(List<Waiting> waiting, CloudException failed) {
        if (failed.kind().isPassing()) {
            Duration pause;
            List<Waiting> everybody = new ArrayList<>(waiting);
            synchronized (this) {
                pause = gate.failed();
                // What keeps this look from being made keeps the others from theirs.
                everybody.addAll(queue.pollDueTogether(clock.instant()));
                everybody.forEach(each -> each.running = true);
            }
            postpone(everybody, failed.describe(), pause);
            return;
        }
        // Listing is denied, or these credentials are no good: each one looks for itself and can tell what is wrong.
        LOGGER.log(Level.INFO, "Everybody looks for himself: {0}", failed.describe());
        synchronized (this) {
            if (failed.kind() == FaultKind.DENIED) {
                gate.denied();
            }
            waiting.forEach(each -> ready(each, null));
        }
    }

    private void postpone(List<Waiting> waiting, String trouble, Duration pause) {
        waiting.forEach(each -> crew.give(() -> turn(each, () -> each.wait.postponed(trouble, pause), null)));
    }

    private void ready(Waiting waiting, Look look) {
        waiting.running = true;
        crew.give(() -> turn(waiting, () -> waiting.wait.turn(look), null));
    }

    /** Gives a turn; the next one is when it wants it, or at a moment that it is known to want it. */
    private void turn(Waiting waiting, Supplier<Turn> taken, Instant wanted) {
        Turn turn = Turn.after(AFTER_A_DEFECT);
        try {
            turn = taken.get();
        } catch (RuntimeException | Error defect) {
            LOGGER.log(Level.WARNING, "A turn failed unexpectedly; there will be another", defect);
        } finally {
            // Whatever it is, and be it that nothing can be logged: a wait without a next turn waits for ever.
            taken(waiting, turn, wanted);
        }
    }

    private void taken(Waiting waiting, Turn turn, Instant wanted) {
        boolean empty = false;
        synchronized (this) {
            turns++;
            waiting.lastTurn = clock.instant();
            if (turn.over()) {
                all.remove(waiting.wait);
                sharers.note(waiting, null);
                counted();
                empty = all.isEmpty();
            } else {
                again(waiting, turn, wanted);
            }
        }
        if (empty) {
            whenEmpty.run();
        }
    }

    private void again(Waiting waiting, Turn turn, Instant wanted) {
        Instant now = clock.instant();
        if (wanted == null) {
            waiting.wanted = now.plus(turn.pause());
            waiting.sooner = turn.sooner();
        }
        if (waiting.woken) {
            waiting.wanted = now;
            waiting.woken = false;
        }
        enqueue(waiting);
        arm();
    }
}
