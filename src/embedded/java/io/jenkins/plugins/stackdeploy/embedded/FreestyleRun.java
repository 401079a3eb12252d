package io.jenkins.plugins.stackdeploy.embedded;

import hudson.AbortException;
import hudson.FilePath;
import hudson.Functions;
import hudson.Launcher;
import hudson.model.BuildListener;
import hudson.model.FreeStyleBuild;
import hudson.model.Result;
import hudson.model.listeners.RunListener;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.tasks.BuildStep;
import hudson.tasks.Builder;
import hudson.tasks.Publisher;
import io.jenkins.plugins.stackdeploy.embedded.log.BuildLog;
import io.jenkins.plugins.stackdeploy.embedded.steps.Sources;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.CauseOfInterruption;
import jenkins.model.InterruptedBuildAction;

/** Runs the build steps of a {@link FreestyleJob} one after the other on a thread of its own. */
public final class FreestyleRun extends FreeStyleBuild {
    private static final Logger LOGGER = Logger.getLogger(FreestyleRun.class.getName());

    private final transient FreestyleJob job;
    private final transient CompletableFuture<Result> end = new CompletableFuture<>();
    private transient BuildLog log;
    private transient Thread thread;
    private transient volatile CauseOfInterruption interruption;

    FreestyleRun(FreestyleJob job) throws IOException {
        super(job);
        this.job = job;
    }

    FreestyleRun(FreestyleJob job, File buildDir) throws IOException {
        super(job, buildDir);
        this.job = job;
        end.complete(getResult());
    }

    void begin() throws IOException {
        log = new BuildLog(getLogFile().toPath(), job.controller().console());
        thread = new Thread(this::run, "Executor for " + this);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void run() {
        BuildListener listener = log.listener();
        Path workspace = job.controller().workspaces().allocate(job.getName());
        try (ACLContext context = ACL.as2(job.authentication())) {
            listener.started(getCauses());
            RunListener.fireStarted(this, listener);
            listener.getLogger().println("Building in workspace " + workspace);
            Sources.copy(job.workspaceSource(), workspace);
            setWorkspace(new FilePath(workspace.toFile()));
            perform(listener);
            publish(listener, false);
        } catch (IOException e) {
            Functions.printStackTrace(e, listener.fatalError(e.getMessage()));
            setResult(Result.FAILURE);
        } finally {
            job.controller().workspaces().release(workspace);
            finish(listener);
        }
    }

    private void perform(BuildListener listener) {
        List<Builder> steps = job.getBuilders();
        for (BuildStep step : steps) {
            if (!step.prebuild(this, listener)) {
                setResult(Result.FAILURE);
                return;
            }
        }
        for (Builder step : steps) {
            if (!perform(step, listener)) {
                listener.getLogger()
                        .println("Build step '" + step.getDescriptor().getDisplayName() + "' marked build as failure");
                setResult(Result.FAILURE);
            }
            if (getResult() != null && getResult().isWorseThan(Result.UNSTABLE)) {
                return;
            }
        }
    }

    /** Once the result is final nothing changes it any more. */
    private void publish(BuildListener listener, boolean afterFinalized) {
        for (Publisher publisher : job.publishers()) {
            if (publisher.needsToRunAfterFinalized() == afterFinalized
                    && !perform(publisher, listener)
                    && !afterFinalized) {
                setResult(Result.FAILURE);
            }
        }
    }

    /** @return whether the step is content */
    private boolean perform(BuildStep step, BuildListener listener) {
        try {
            return step.perform(this, new Launcher.LocalLauncher(listener), listener);
        } catch (InterruptedException e) {
            setResult(Result.ABORTED);
            listener.getLogger().println("Build was aborted");
            if (interruption != null) {
                addAction(new InterruptedBuildAction(List.of(interruption)));
                interruption.print(listener);
            }
            return true;
        } catch (AbortException e) {
            listener.error(e.getMessage());
            return false;
        } catch (IOException | RuntimeException e) {
            Functions.printStackTrace(e, listener.error("Build step failed with exception"));
            return false;
        }
    }

    private void finish(BuildListener listener) {
        if (getResult() == null) {
            setResult(Result.SUCCESS);
        }
        RunListener.fireCompleted(this, listener);
        try (ACLContext context = ACL.as2(job.authentication())) {
            publish(listener, true);
        }
        duration = Math.max(0, System.currentTimeMillis() - getStartTimeInMillis());
        listener.finished(getResult());
        try {
            save();
            log.close();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "Failed to save " + this, e);
        }
        RunListener.fireFinalized(this);
        end.complete(getResult());
    }

    /** Aborts the build as a user would do. */
    public void abort(String user) {
        interruption = new CauseOfInterruption.UserInterruption(user);
        thread.interrupt();
    }

    /**
     * Waits until the build is over.
     *
     * @throws IllegalStateException if it is not over by then
     */
    public Result awaitResult(Duration limit) throws InterruptedException {
        try {
            return end.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException(this + " is not over after " + limit, e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public boolean isInProgress() {
        return end != null && !end.isDone();
    }
}
