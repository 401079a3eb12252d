package io.jenkins.plugins.stackdeploy.steps;

import hudson.init.Terminator;
import io.jenkins.plugins.stackdeploy.engine.Budgets;
import io.jenkins.plugins.stackdeploy.engine.Watcher;
import java.time.InstantSource;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * What all deployments of a controller share: the watcher, the call budgets, and four threads that read workspaces, so that
 * a slow agent never holds up the watcher.
 */
public final class DeployService {
    private static final int PREPARING_THREADS = 4;
    private static DeployService current;

    private final InstantSource clock;
    private final Watcher watcher;
    private final Budgets budgets;
    private final ScheduledThreadPoolExecutor preparing =
            new ScheduledThreadPoolExecutor(PREPARING_THREADS, Watcher.named("stack-deploy-preparing-"));

    private DeployService(InstantSource clock, Watcher watcher) {
        this.clock = clock;
        this.watcher = watcher;
        this.budgets = new Budgets(clock);
        preparing.setKeepAliveTime(30, TimeUnit.SECONDS);
        preparing.allowCoreThreadTimeOut(true);
    }

    /** The service of this controller. */
    public static synchronized DeployService get() {
        return current == null ? start(InstantSource.system(), new Watcher(InstantSource.system())) : current;
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
            current = null;
        }
    }

    Watcher watcher() {
        return watcher;
    }

    Budgets budgets() {
        return budgets;
    }

    InstantSource clock() {
        return clock;
    }

    /** Threads for work that may block: reading workspaces and credentials. */
    ScheduledThreadPoolExecutor preparing() {
        return preparing;
    }
}
