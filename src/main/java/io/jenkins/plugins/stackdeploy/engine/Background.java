package io.jenkins.plugins.stackdeploy.engine;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Work that may take its time, off the thread that a Pipeline runs on: reading files and credentials, finding other builds.
 * Whatever fails is told once, unless the threads are shutting down: then the work is done again after the restart.
 */
public final class Background {
    private static final Logger LOGGER = Logger.getLogger(Background.class.getName());

    private final ExecutorService threads;
    private final String subject;
    private final Consumer<Throwable> failure;

    /**
     * A background.
     *
     * @param threads where the work is done
     * @param subject whose work it is, for Jenkins' own log
     * @param failure told of what failed, on one of the threads
     */
    public Background(ExecutorService threads, String subject, Consumer<Throwable> failure) {
        this.threads = threads;
        this.subject = subject;
        this.failure = failure;
    }

    /** Work that may fail. */
    @FunctionalInterface
    public interface Work {
        /**
         * Does it.
         *
         * @throws IOException when files or an agent fail
         * @throws InterruptedException when the threads shut down
         */
        void run() throws IOException, InterruptedException;
    }

    /**
     * Has work done. Returns at once; where the threads are shut down already, nothing is done and nothing is told.
     *
     * @param work done once
     */
    public void run(Work work) {
        try {
            threads.execute(() -> runNow(work));
        } catch (RejectedExecutionException shutDown) {
            LOGGER.log(Level.FINE, "{0} goes on after the restart", subject);
        }
    }

    private void runNow(Work work) {
        try {
            work.run();
        } catch (InterruptedException shutDown) {
            LOGGER.log(Level.FINE, "{0} goes on after the restart", subject);
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException | Error failed) {
            // Nobody else would tell the build, also of a class that another plugin brings in another version.
            tell(failed);
        }
    }

    /** Shutting down closes files and channels under the work's feet: what fails for that is no failure. */
    private void tell(Throwable failed) {
        if (threads.isShutdown() || Thread.currentThread().isInterrupted()) {
            LOGGER.log(Level.FINE, subject + " goes on after the restart", failed);
        } else {
            failure.accept(failed);
        }
    }
}
