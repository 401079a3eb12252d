package jenkins.util;

import hudson.util.DaemonThreadFactory;
import hudson.util.NamingThreadFactory;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/** A few threads that all of Jenkins shares for short work at a given time. */
public class Timer {
    private static final int THREADS = 10;
    private static ScheduledThreadPoolExecutor executor;

    private Timer() {}

    public static synchronized ScheduledExecutorService get() {
        if (executor == null) {
            executor = new ScheduledThreadPoolExecutor(
                    THREADS, new NamingThreadFactory(new DaemonThreadFactory(), "jenkins.util.Timer"));
            executor.setRemoveOnCancelPolicy(true);
        }
        return executor;
    }

    public static synchronized void shutdown() {
        if (executor != null) {
            executor.shutdownNow();
            executor = null;
        }
    }
}
