package io.jenkins.plugins.stackdeploy.engine;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Waits for everybody on a few threads.
 *
 * <pre>
 *   deployments --- watch ---> WatchGroup (one per cloud, endpoint, account, region)
 *                                 | when the first is due: one look, shared with as many others as it has room for
 *                                 v
 *                              turns, on at most 8 daemon threads for all groups, 3 for one group
 * </pre>
 *
 * A deployment that waits costs an entry in its group's queue and no thread. A group whose endpoint hangs keeps at most
 * three threads from the others.
 */
public final class Watcher implements AutoCloseable {
    /** Threads for any number of waits. */
    public static final int THREADS = 8;

    private static final Comparator<GroupKey> ORDER = Comparator.comparing(GroupKey::cloud)
            .thenComparing(GroupKey::account)
            .thenComparing(GroupKey::region)
            .thenComparing(GroupKey::endpoint);

    private final ConcurrentMap<GroupKey, WatchGroup> groups = new ConcurrentHashMap<>();
    private final ScheduledExecutorService threads;
    private final InstantSource clock;
    private final Budgets budgets;

    /**
     * A watcher with threads of its own, which end when there is nothing to do.
     *
     * @param clock tells the time
     * @param budgets what its waits take their calls from
     */
    public Watcher(InstantSource clock, Budgets budgets) {
        this(threads(), clock, budgets);
    }

    /** A watcher on threads that somebody else made for it; it ends them when it is closed. */
    Watcher(ScheduledExecutorService threads, InstantSource clock, Budgets budgets) {
        this.threads = threads;
        this.clock = clock;
        this.budgets = budgets;
    }

    private static ScheduledExecutorService threads() {
        ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(THREADS, named("stack-deploy-watcher-"));
        threads.setKeepAliveTime(30, TimeUnit.SECONDS);
        threads.allowCoreThreadTimeOut(true);
        threads.setRemoveOnCancelPolicy(true);
        threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return threads;
    }

    /**
     * Daemon threads with numbered names.
     *
     * @param prefix what the names start with
     * @return the factory
     */
    public static ThreadFactory named(String prefix) {
        AtomicInteger count = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, prefix + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** What its waits take their calls from. */
    public Budgets budgets() {
        return budgets;
    }

    /**
     * Gives turns to a wait, beginning at once, until it says that it is over.
     *
     * @param wait not watched yet
     */
    public void watch(Wait wait) {
        groups.compute(wait.group(), (key, known) -> {
            WatchGroup group = known == null
                    ? new WatchGroup(threads, clock, budgets.share(key), () -> removeIfEmpty(key))
                    : known;
            group.add(wait);
            return group;
        });
    }

    private void removeIfEmpty(GroupKey key) {
        groups.computeIfPresent(key, (same, group) -> group.size() == 0 ? null : group);
        budgets.forgetUnused();
    }

    /**
     * Gives a wait its next turn at once, because something happened that it should know of.
     *
     * @param wait one that is being watched; others are passed over
     */
    public void wake(Wait wait) {
        WatchGroup group = groups.get(wait.group());
        if (group != null) {
            group.wake(wait);
        }
    }

    /**
     * How many waits there are.
     *
     * @return at least 0
     */
    public int size() {
        return groups.values().stream().mapToInt(WatchGroup::size).sum();
    }

    /**
     * What it is like now. Quick enough to be asked for every second.
     *
     * @return never null
     */
    public WatcherSnapshot snapshot() {
        Map<GroupKey, List<BudgetSnapshot>> calls = budgets.snapshot();
        Set<GroupKey> keys = new HashSet<>(calls.keySet());
        keys.addAll(groups.keySet());
        List<GroupSnapshot> snapshots = new ArrayList<>();
        for (GroupKey key : keys) {
            WatchGroup group = groups.get(key);
            List<BudgetSnapshot> spent = calls.getOrDefault(key, List.of());
            snapshots.add(group == null ? WatchGroup.idle(key, spent) : group.snapshot(key, spent));
        }
        snapshots.sort(Comparator.comparing(GroupSnapshot::key, ORDER));
        int size = threads instanceof ThreadPoolExecutor pool ? pool.getPoolSize() : 0;
        return new WatcherSnapshot(clock.instant(), size, snapshots);
    }

    /** Ends all turns. What was waited for stays in its journals and can be watched by another watcher. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
