package io.jenkins.plugins.stackdeploy.embedded;

import java.time.Duration;
import java.util.List;

/** Threads that still end their last line when a Jenkins is closed: they write into a home that may be deleted next. */
final class Stragglers {
    private static final Duration MOST = Duration.ofSeconds(10);
    private static final List<String> NAMES = List.of("stack-deploy-", "Running ", "Resuming ");

    private Stragglers() {}

    /** Waits until they are gone, for 10 seconds at most; what waits for work itself does not write. */
    static void await() {
        long deadline = System.nanoTime() + MOST.toNanos();
        try {
            for (Thread thread : Thread.getAllStackTraces().keySet()) {
                long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
                if (left > 0
                        && thread != Thread.currentThread()
                        && thread.getState() != Thread.State.WAITING
                        && NAMES.stream().anyMatch(thread.getName()::startsWith)) {
                    thread.join(left);
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
