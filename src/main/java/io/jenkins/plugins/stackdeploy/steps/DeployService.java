package io.jenkins.plugins.stackdeploy.steps;

import hudson.init.Terminator;
import io.jenkins.plugins.stackdeploy.engine.Budgets;
import io.jenkins.plugins.stackdeploy.engine.History;
import io.jenkins.plugins.stackdeploy.engine.HistoryFile;
import io.jenkins.plugins.stackdeploy.engine.Watcher;
import java.time.InstantSource;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import jenkins.model.Jenkins;

/**
 * What all deployments of a controller share: the watcher, the call budgets, how long operations took, and four threads that read workspaces, so that
 * a slow agent never holds up the watcher.
 */
public final class DeployService {
    private static final int PREPARING_THREADS = 4;
    private static DeployService current;

    private final InstantSource clock = InstantSource.system();
    private final Budgets budgets = new Budgets(clock);
    private final Watcher watcher = new Watcher(clock, budgets);
    private final ScheduledThreadPoolExecutor preparing =
            new ScheduledThreadPoolExecutor(PREPARING_THREADS, Watcher.named("stack-deploy-preparing-"));

    private final History history = new HistoryFile(
            Jenkins.get().getRootDir().toPath().resolve("stack-deploy").resolve("durations.json"), preparing, clock);

    private DeployService() {
        preparing.setKeepAliveTime(30, TimeUnit.SECONDS);
        preparing.allowCoreThreadTimeOut(true);
    }

    /** The service of this controller. */
    public static synchronized DeployService get() {
        if (current == null) {
            current = new DeployService();
        }
        return current;
    }

    /** Ends all work when Jenkins shuts down; what was waited for goes on after the restart. */
    @Terminator
    public static synchronized void shutDown() {
        if (current != null) {
            current.watcher.close();
            current.preparing.shutdownNow();
            current = null;
        }
    }

    /** The watcher of all deployments. */
    public Watcher watcher() {
        return watcher;
    }

    Budgets budgets() {
        return budgets;
    }

    /** How long operations took. */
    History history() {
        return history;
    }

    InstantSource clock() {
        return clock;
    }

    /** Threads for work that may block: reading workspaces and credentials. */
    ScheduledThreadPoolExecutor preparing() {
        return preparing;
    }
}
