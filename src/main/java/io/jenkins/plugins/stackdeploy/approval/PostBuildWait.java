package io.jenkins.plugins.stackdeploy.approval;

import hudson.model.Run;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.stackdeploy.engine.Text;
import io.jenkins.plugins.stackdeploy.gate.GateOutcome;
import io.jenkins.plugins.stackdeploy.report.BuildIndex;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A gate after a build: waits without an executor and without a thread, through restarts, and then starts jobs.
 *
 * <pre>
 *   open() ──► files beside the build, a line in the index ──► the gate is published on the build and waits
 *          ──► approved: Downstream starts the jobs; when all have begun, the line leaves the index
 *          ──► anything else: the line leaves the index
 *   resume() after a restart, for each line of the index: the same from where it was
 * </pre>
 */
final class PostBuildWait {
    private static final Logger LOGGER = Logger.getLogger(PostBuildWait.class.getName());

    private static final int PAUSE_MINUTES = 1;

    private final Run<?, ?> run;
    private final String key;
    private final GateJob job;
    private final DownstreamRequest request;
    private final GateNotes notes;

    private PostBuildWait(Run<?, ?> run, String key, GateJob job, DownstreamRequest request) {
        this.run = run;
        this.key = key;
        this.job = job;
        this.request = request;
        this.notes = new GateNotes(run, key, GateService.get().clock());
    }

    /** Gates after builds that wait, or whose jobs have not all begun. */
    static BuildIndex index() {
        return new BuildIndex("open-gates");
    }

    /**
     * Opens a gate after a build.
     *
     * @return a link to its page for the build's log
     * @throws IOException when its files cannot be written; then there is no gate
     */
    static String open(Run<?, ?> run, GateJob job, DownstreamRequest request) throws IOException {
        String key = "gate-" + UUID.randomUUID();
        new DownstreamFiles(run, key).save(request);
        new GateFiles(run, key).save(job, Optional.empty());
        index().add(run, key);
        return GateLinks.note(run, new PostBuildWait(run, key, job, request).await());
    }

    /**
     * Goes on after a restart.
     *
     * @throws IOException when the gate's files are gone or cannot be read
     */
    static void resume(Run<?, ?> run, String key) throws IOException {
        GateJob job = new GateFiles(run, key).job().orElseThrow(() -> new GateException(Messages.Gate_gone()));
        DownstreamRequest request =
                new DownstreamFiles(run, key).request().orElseThrow(() -> new GateException(Messages.Gate_gone()));
        new PostBuildWait(run, key, job, request).await();
    }

    /** Waits from now on; answers the gate's id. */
    private String await() throws IOException {
        boolean known = run.getActions(PostBuildGateAction.class).stream().anyMatch(action -> action.isOf(key));
        String id = GatesAction.publish(run, key, job.request().name());
        if (!known) {
            run.addAction(new PostBuildGateAction(key, id, job.request().name()));
            run.save();
        }
        GateLog log = new GateLog(notes, GateLinks.address(run, id));
        new LiveGate(GateService.get(), run, key, id, job, log, outcome -> over(id, outcome)).begin(known);
        return id;
    }

    /** Told by whoever decided, on their thread; starting is not done as them. */
    private void over(String id, GateOutcome outcome) {
        ScheduledThreadPoolExecutor threads = GateService.get().threads();
        try {
            threads.execute(() -> conclude(threads, id, outcome));
        } catch (RejectedExecutionException shutDown) {
            LOGGER.log(Level.FINE, "The gate after {0} goes on after the restart", run);
        }
    }

    private void conclude(ScheduledThreadPoolExecutor threads, String id, GateOutcome outcome) {
        try (ACLContext context = ACL.as2(ACL.SYSTEM2)) {
            Downstream downstream = new Downstream(run, key, id, job.request().name(), request, notes);
            if (outcome.state().isApproved()) {
                downstream.start(outcome);
            }
            if (!outcome.state().isApproved() || downstream.isOver()) {
                index().remove(key);
            }
        } catch (InterruptedException shutDown) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException failed) {
            if (!threads.isShutdown()) {
                LOGGER.log(Level.WARNING, "The jobs after " + run + " cannot be started now", failed);
                notes.line(Messages.Downstream_trouble(Text.oneLine(String.valueOf(failed.getMessage()))));
                tryAgain(threads, id, outcome);
            }
        }
    }

    private void tryAgain(ScheduledThreadPoolExecutor threads, String id, GateOutcome outcome) {
        try {
            threads.schedule(() -> conclude(threads, id, outcome), PAUSE_MINUTES, TimeUnit.MINUTES);
        } catch (RejectedExecutionException shutDown) {
            LOGGER.log(Level.FINE, "The gate after {0} goes on after the restart", run);
        }
    }
}
