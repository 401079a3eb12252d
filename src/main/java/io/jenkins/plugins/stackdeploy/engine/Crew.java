package io.jenkins.plugins.stackdeploy.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The work of one group, in the order in which it was given, on a few threads at a time: whatever hangs in it leaves the
 * other threads to other groups. Safe for use by many threads.
 */
final class Crew {
    private static final Logger LOGGER = Logger.getLogger(Crew.class.getName());
    private static final int MOST_THREADS = 3;

    private final Executor threads;
    private final Deque<Runnable> ready = new ArrayDeque<>();
    private int busy;

    /**
     * A crew without work.
     *
     * @param threads those of all groups
     */
    Crew(Executor threads) {
        this.threads = threads;
    }

    /** Has something done as soon as a thread is free. */
    synchronized void give(Runnable work) {
        ready.add(work);
        pump();
    }

    private synchronized void pump() {
        while (busy < MOST_THREADS && !ready.isEmpty()) {
            Runnable work = ready.poll();
            busy++;
            try {
                threads.execute(() -> run(work));
            } catch (RejectedExecutionException closed) {
                busy--;
                LOGGER.log(Level.FINE, "The watcher is closed: what waits stays in its journals", closed);
                return;
            }
        }
    }

    private void run(Runnable work) {
        try {
            work.run();
        } finally {
            synchronized (this) {
                busy--;
                pump();
            }
        }
    }
}
