package io.jenkins.plugins.stackdeploy.embedded;

import hudson.AbortException;
import hudson.Functions;
import hudson.model.BuildListener;
import hudson.model.Item;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.listeners.RunListener;
import io.jenkins.plugins.stackdeploy.approval.GateResource;
import io.jenkins.plugins.stackdeploy.approval.ManualGateExecution;
import io.jenkins.plugins.stackdeploy.embedded.cps.Boundaries;
import io.jenkins.plugins.stackdeploy.embedded.cps.PipelineExecution;
import io.jenkins.plugins.stackdeploy.embedded.cps.PipelineOwner;
import io.jenkins.plugins.stackdeploy.embedded.log.BuildLog;
import io.jenkins.plugins.stackdeploy.embedded.log.LogDates;
import io.jenkins.plugins.stackdeploy.embedded.steps.InputExecution;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.CauseOfInterruption;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.interceptor.RequirePOST;

/** A build of a {@link PipelineJob}. Its folder holds all that is needed to go on after the process was killed. */
public final class PipelineRun extends Run<PipelineJob, PipelineRun> {
    private static final Logger LOGGER = Logger.getLogger(PipelineRun.class.getName());
    private static final String SCRIPT = "Jenkinsfile";

    private volatile boolean completed;
    private transient BuildLog log;
    private transient PipelineExecution execution;
    private final transient CompletableFuture<Result> end = new CompletableFuture<>();

    PipelineRun(PipelineJob job) throws IOException {
        super(job);
    }

    PipelineRun(PipelineJob job, File buildDir) throws IOException {
        super(job, buildDir);
        if (completed) {
            end.complete(getResult());
        }
    }

    private Controller controller() {
        return getParent().controller();
    }

    PipelineExecution execution() {
        return execution;
    }

    /** Writes down what is to be run; from now on the build exists. */
    void prepare() throws IOException {
        Files.writeString(scriptFile(), getParent().jenkinsfile(), StandardCharsets.UTF_8);
        save();
    }

    private Path scriptFile() {
        return getRootDir().toPath().resolve(SCRIPT);
    }

    void begin() throws IOException {
        open();
        log.listener().started(getCauses());
        RunListener.fireStarted(this, log.listener());
        execution.start();
    }

    void resume() throws IOException {
        open();
        log.listener().getLogger().println("Resuming build at " + LogDates.now() + " after Jenkins restart");
        execution.resume();
    }

    private void open() throws IOException {
        log = new BuildLog(getLogFile().toPath(), controller().console());
        execution = new PipelineExecution(new Owner(this, Files.readString(scriptFile(), StandardCharsets.UTF_8)));
    }

    /** Leaves everything as it is on the disk. */
    void abandon() {
        execution.kill();
        closeLog();
    }

    private void closeLog() {
        try {
            log.close();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "Failed to close the log of " + this, e);
        }
    }

    /** Aborts the build as a user would do. */
    public void abort(String user) {
        interrupt(new CauseOfInterruption.UserInterruption(user));
    }

    /** The stop button: whoever has the permission aborts the build. */
    @RequirePOST
    public HttpResponse doStop() {
        getParent().checkPermission(Item.CANCEL);
        abort(Jenkins.getAuthentication2().getName());
        return HttpResponses.redirectToDot();
    }

    /** Aborts the build. */
    public void interrupt(CauseOfInterruption... causes) {
        execution.interrupt(new FlowInterruptedException(Result.ABORTED, true, causes));
    }

    /** Terminates the steps by force, without asking them to stop, as a user may who does not want to wait for that. */
    public void terminate() {
        FlowInterruptedException forced = new FlowInterruptedException(Result.ABORTED, true);
        execution.currentSteps().forEach(step -> step.getContext().onFailure(forced));
    }

    /**
     * Waits until the build is over.
     *
     * @throws IllegalStateException if it is not over by then
     */
    public Result awaitResult(Duration limit) throws InterruptedException {
        return awaitEnd(limit)
                .orElseThrow(() ->
                        new IllegalStateException(this + " is not over after " + limit + ":\n" + logForMessage()));
    }

    /** @return the result, or nothing if the build is not over by then */
    public Optional<Result> awaitEnd(Duration limit) throws InterruptedException {
        try {
            return Optional.of(end.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** @return what the build asks just now, oldest first */
    public List<Question> questions() {
        List<Question> questions = new ArrayList<>();
        for (StepExecution step : execution.currentSteps()) {
            if (step instanceof InputExecution input) {
                questions.add(Question.of(input));
            } else if (step instanceof ManualGateExecution gate) {
                gate(gate).filter(GateResource::isWaiting).map(Question::of).ifPresent(questions::add);
            }
        }
        return questions;
    }

    private static Optional<GateResource> gate(ManualGateExecution step) {
        try {
            return step.gate();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private String logForMessage() {
        try {
            return getLog();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void finish(Result outcome, Throwable failure) {
        BuildListener listener = log.listener();
        if (failure instanceof AbortException) {
            listener.error(failure.getMessage());
        } else if (failure instanceof FlowInterruptedException interruption) {
            interruption.handle(this, listener);
        } else if (failure != null) {
            Functions.printStackTrace(failure, listener.getLogger());
        }
        result = outcome;
        completed = true;
        RunListener.fireCompleted(this, listener);
        listener.finished(outcome);
        duration = Math.max(0, System.currentTimeMillis() - getStartTimeInMillis());
        try {
            save();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "Failed to save " + this, e);
        }
        closeLog();
        RunListener.fireFinalized(this);
        end.complete(getResult());
    }

    /** Keeps the worse of both results, on the disk too. */
    @Override
    public void setResult(Result r) {
        super.setResult(r);
        try {
            save();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void save() throws IOException {
        if (!controller().isKilled()) {
            super.save();
        }
    }

    @Override
    public boolean isInProgress() {
        return !completed;
    }

    @Override
    public boolean isBuilding() {
        return !completed;
    }

    private record Owner(PipelineRun run, String script) implements PipelineOwner {
        @Override
        public BuildLog log() {
            return run.log;
        }

        @Override
        public Path directory() {
            return run.getRootDir().toPath();
        }

        @Override
        public Path workspaceSource() {
            return run.getParent().workspaceSource();
        }

        @Override
        public Path allocateWorkspace() {
            return run.controller().workspaces().allocate(run.getParent().getName());
        }

        @Override
        public void reclaimWorkspace(Path workspace) {
            run.controller().workspaces().reclaim(workspace);
        }

        @Override
        public void releaseWorkspace(Path workspace) {
            run.controller().workspaces().release(workspace);
        }

        @Override
        public Boundaries boundaries() {
            return run.controller()::reached;
        }

        @Override
        public void finished(Result result, Throwable failure) {
            run.finish(result, failure);
        }
    }
}
