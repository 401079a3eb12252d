package io.jenkins.plugins.stackdeploy.approval;

import hudson.init.Terminator;
import io.jenkins.plugins.stackdeploy.engine.Watcher;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What all gates of a controller share: a few threads, and the list of gates that builds wait at. While there are any, all
 * are looked at once a second; a gate that waits costs an entry in this list.
 */
public final class GateService {
    private static final Logger LOGGER = Logger.getLogger(GateService.class.getName());
    private static final int THREADS = 2;
    private static final int SENDING_THREADS = 4;
    private static final int SENDING_MOST = 1_000;
    private static GateService current;

    private final ConcurrentMap<String, LiveGate> gates = new ConcurrentHashMap<>();
    private final ScheduledThreadPoolExecutor threads =
            new ScheduledThreadPoolExecutor(THREADS, Watcher.named("stack-deploy-gates-"));
    private final ThreadPoolExecutor sending = new ThreadPoolExecutor(
            SENDING_THREADS,
            SENDING_THREADS,
            30,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(SENDING_MOST),
            Watcher.named("stack-deploy-webhooks-"));
    private final InstantSource clock;
    private ScheduledFuture<?> looking;

    private GateService(InstantSource clock) {
        this.clock = clock;
        threads.setKeepAliveTime(30, TimeUnit.SECONDS);
        threads.allowCoreThreadTimeOut(true);
        threads.setRemoveOnCancelPolicy(true);
        sending.allowCoreThreadTimeOut(true);
    }

    /** The service of this controller. */
    static synchronized GateService get() {
        return current == null ? start(InstantSource.system()) : current;
    }

    /**
     * How many gates builds wait at.
     *
     * @return at least 0
     */
    public static synchronized int openGates() {
        return current == null ? 0 : current.gates.size();
    }

    /** Begins with a clock; what an earlier service did is over. */
    static synchronized GateService start(InstantSource clock) {
        shutDown();
        current = new GateService(clock);
        return current;
    }

    /** Ends all work when Jenkins shuts down; what was waited for goes on after the restart. */
    @Terminator
    public static synchronized void shutDown() {
        if (current != null) {
            current.threads.shutdownNow();
            current.sending.shutdownNow();
            current.gates.clear();
            current = null;
        }
    }

    InstantSource clock() {
        return clock;
    }

    /** Threads for short work that may touch the disk, unlike the threads that run Pipelines. */
    ScheduledThreadPoolExecutor threads() {
        return threads;
    }

    /** Threads that wait for webhooks, so that a slow one holds up no deadline. They refuse work when far too much is left. */
    Executor sending() {
        return sending;
    }

    /** Looks at a gate from now on. */
    synchronized void add(LiveGate gate) {
        gates.put(gate.key(), gate);
        if (looking == null) {
            looking = threads.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
        }
    }

    /** Leaves a gate alone. */
    synchronized void remove(LiveGate gate) {
        gates.remove(gate.key(), gate);
        if (gates.isEmpty() && looking != null) {
            looking.cancel(false);
            looking = null;
        }
    }

    /** The gate of this key, if a build waits at it. */
    Optional<LiveGate> find(String key) {
        return Optional.ofNullable(gates.get(key));
    }

    /** The gates of this name at which runs of this job wait. */
    List<LiveGate> ofJob(String fullName, String gateName) {
        return gates.values().stream()
                .filter(gate -> gate.isOf(fullName, gateName))
                .toList();
    }

    /** All gates at which somebody waits. */
    List<LiveGate> all() {
        return List.copyOf(gates.values());
    }

    private void look() {
        for (LiveGate gate : gates.values()) {
            try {
                gate.look();
            } catch (RuntimeException | Error failed) {
                // A task that throws is not run again: that would be the end of all deadlines and reminders.
                LOGGER.log(Level.WARNING, "A gate of " + gate.run() + " cannot be looked at", failed);
            }
        }
    }
}
