package io.jenkins.plugins.stackdeploy.steps;

import hudson.init.Terminator;
import io.jenkins.plugins.stackdeploy.engine.Budgets;
import io.jenkins.plugins.stackdeploy.engine.History;
import io.jenkins.plugins.stackdeploy.engine.HistoryFile;
import io.jenkins.plugins.stackdeploy.engine.Watcher;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import jenkins.model.Jenkins;

/**
 * What all deployments of a controller share: the watcher, the call budgets, how long operations took, what became of
 * them, and two sets of threads: some wait for agents, which may hang without end, and others take deployments up and
 * see to the controller's own files, so that a hung agent holds up neither these nor the watcher.
 */
public final class DeployService {
    private static final int PREPARING_THREADS = 4;
    /** As many agents may hang before other steps have to wait for theirs. */
    private static final int READING_THREADS = 32;

    private static final int IDLE_SECONDS = 30;
    private static DeployService current;

    private final InstantSource clock;
    private final Watcher watcher;
    private final Statistics statistics = new Statistics();
    private final ScheduledThreadPoolExecutor preparing =
            new ScheduledThreadPoolExecutor(PREPARING_THREADS, Watcher.named("stack-deploy-preparing-"));
    private final ThreadPoolExecutor reading = new ThreadPoolExecutor(
            READING_THREADS,
            READING_THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Watcher.named("stack-deploy-reading-"));
    private final Set<String> removals = ConcurrentHashMap.newKeySet();
    /** Null until it is asked for, which is when Jenkins has started. */
    private History history;

    private DeployService(InstantSource clock, Watcher watcher) {
        this.clock = clock;
        this.watcher = watcher;
        preparing.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        preparing.allowCoreThreadTimeOut(true);
        reading.allowCoreThreadTimeOut(true);
    }

    /** The service of this controller. */
    public static synchronized DeployService get() {
        InstantSource system = InstantSource.system();
        return current == null ? start(system, new Watcher(system, new Budgets(system))) : current;
    }

    /** Begins with a clock and a watcher that goes by it; what an earlier service did is over. */
    static synchronized DeployService start(InstantSource clock, Watcher watcher) {
        shutDown();
        current = new DeployService(clock, watcher);
        return current;
    }

    /** Ends all work when Jenkins shuts down; what was waited for goes on after the restart. */
    @Terminator
    public static synchronized void shutDown() {
        if (current != null) {
            current.watcher.close();
            current.preparing.shutdownNow();
            current.reading.shutdownNow();
            current = null;
        }
    }

    /** The watcher of all deployments. */
    public Watcher watcher() {
        return watcher;
    }

    /** What has become of the deployments so far. */
    public Statistics statistics() {
        return statistics;
    }

    Budgets budgets() {
        return watcher.budgets();
    }

    /** The ids of the plannings whose plans are being removed just now; to be added to and removed from. */
    Set<String> removals() {
        return removals;
    }

    /** How long operations took. */
    synchronized History history() {
        if (history == null) {
            Path file =
                    Jenkins.get().getRootDir().toPath().resolve("stack-deploy").resolve("durations.json");
            history = new HistoryFile(file, preparing, clock);
        }
        return history;
    }

    InstantSource clock() {
        return clock;
    }

    /** Threads for work that takes its time and comes to an end: reading credentials and the controller's own files. */
    ScheduledThreadPoolExecutor preparing() {
        return preparing;
    }

    /** Threads for work that others may hold up without end: reading workspaces, and asking a cloud for a form. */
    ExecutorService reading() {
        return reading;
    }
}
