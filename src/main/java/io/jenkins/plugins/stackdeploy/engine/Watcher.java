package io.jenkins.plugins.stackdeploy.engine;

import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Waits for everybody on a few threads.
 *
 * <pre>
 *   deployments --- watch ---> WatchGroup (one per cloud, endpoint, account, region)
 *                                 | when the earliest is due: one shared look for all that are due or nearly so
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

    private final ConcurrentMap<GroupKey, WatchGroup> groups = new ConcurrentHashMap<>();
    private final ScheduledExecutorService threads;
    private final InstantSource clock;

    /**
     * A watcher with threads of its own, which end when there is nothing to do.
     *
     * @param clock tells the time
     */
    public Watcher(InstantSource clock) {
        this(threads(), clock);
    }

    /** A watcher on threads that somebody else made for it; it ends them when it is closed. */
    Watcher(ScheduledExecutorService threads, InstantSource clock) {
        this.threads = threads;
        this.clock = clock;
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
     * Daemon threads with numbered names. Their context class loader is this plugin's: a thread inherits that of whoever happens
     * to need it first, which may be the loader of a build's script, and would keep the whole script in memory.
     *
     * @param prefix what the names start with
     * @return the factory
     */
    public static ThreadFactory named(String prefix) {
        AtomicInteger count = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, prefix + count.incrementAndGet());
            thread.setDaemon(true);
            thread.setContextClassLoader(Watcher.class.getClassLoader());
            return thread;
        };
    }

    /**
     * Gives turns to a wait, beginning at once, until it says that it is over.
     *
     * @param wait not watched yet
     */
    public void watch(Wait wait) {
        groups.computeIfAbsent(wait.group(), key -> new WatchGroup(threads, clock))
                .add(wait);
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

    /** Ends all turns. What was waited for stays in its journals and can be watched by another watcher. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
