package io.jenkins.plugins.stackdeploy.steps;

import com.google.common.util.concurrent.ListenableFuture;
import hudson.FilePath;
import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.stackdeploy.engine.Background;
import io.jenkins.plugins.stackdeploy.engine.DeploymentRun;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.engine.StopRequest;
import io.jenkins.plugins.stackdeploy.report.DeploymentFiles;
import io.jenkins.plugins.stackdeploy.report.StepLog;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/**
 * Waits for a deployment without a thread, through restarts.
 *
 * <pre>
 *   start() --> prepare: files read, arguments checked, request.json written       (a reading thread)
 *           --> saveState(): the Pipeline's program now holds this execution
 *           --> taken up: request.json and credentials read                        (a preparing thread)
 *           --> the watcher's turns, each saving operation.json before it acts     (watcher threads)
 *           --> onSuccess / onFailure
 *   onResume() --> request.json there? on to the watcher, else prepare again
 * </pre>
 *
 * Nothing is sent to a cloud before saveState() is through: otherwise a crash could start the step anew and send it twice.
 * The program holds the id and two words; everything else is in the files beside build.xml.
 */
public final class DeployStepExecution extends StepExecution {
    private static final long serialVersionUID = 1;
    private static final Logger LOGGER = Logger.getLogger(DeployStepExecution.class.getName());

    private static final Duration AGENT_GRACE = Duration.ofMinutes(10);
    private static final int AGENT_LOOK_SECONDS = 3;

    private final String id = UUID.randomUUID().toString();
    private final String subject;
    private final String onFailure;
    private final boolean cancelOnAbort;
    /** What is asked for; null once it is kept in files. */
    private volatile DeployStep step;
    /** Why the build was stopped; null while nobody stops it. */
    private volatile Throwable stopped;

    private transient volatile DeploymentRun deployment;
    private transient volatile FilePath workspace;
    /** Null until it is first asked for. */
    private transient volatile Run<?, ?> build;
    /** After a restart, until when to wait for the agent to come back; null otherwise. */
    private transient volatile Instant agentGraceEnds;
    /** Whether stopping has ended the step already. */
    private transient volatile boolean ended;

    DeployStepExecution(StepContext context, DeployStep step) {
        super(context);
        this.step = step;
        this.subject = step.subject();
        this.onFailure = step.getOnFailure();
        this.cancelOnAbort = AbortPolicy.CANCEL.name().equalsIgnoreCase(step.getOnAbort());
    }

    @Override
    public boolean start() throws IOException, InterruptedException {
        workspace = getContext().get(FilePath.class);
        beginInBackground();
        return false;
    }

    @Override
    public void onResume() {
        agentGraceEnds = Instant.now().plus(AGENT_GRACE);
        if (step == null) {
            inBackground(DeployService.get().preparing(), this::watch);
        } else {
            beginInBackground();
        }
    }

    @Override
    public boolean blocksRestart() {
        return false;
    }

    @Override
    public String getStatus() {
        DeploymentRun current = deployment;
        return current == null ? Messages.Execution_preparing(subject) : current.standing();
    }

    @Override
    public void stop(Throwable cause) {
        DeploymentRun current;
        synchronized (this) {
            stopped = cause;
            current = deployment;
            // Before there is a deployment there is nothing to cancel, unless one is being taken up after a restart.
            ended = current == null && (step != null || !cancelOnAbort);
        }
        if (ended) {
            getContext().onFailure(cause);
        } else if (current != null) {
            current.stop(stopRequest(cause));
            DeployService.get().watcher().wake(current);
        }
    }

    private StopRequest stopRequest(Throwable cause) {
        String why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new StopRequest(cancelOnAbort, why, DeployService.get().clock().instant());
    }

    /** An agent that hangs may hold up what waits for agents as well, and nothing else. */
    private void beginInBackground() {
        DeployService service = DeployService.get();
        inBackground(step.readsWorkspace() ? service.reading() : service.preparing(), this::begin);
    }

    /** Reading files and credentials may take its time: not on the thread that runs the Pipeline. */
    private void inBackground(ExecutorService threads, Background.Work work) {
        StepContext context = getContext();
        new Background(threads, subject, context::onFailure).run(work);
    }

    private void begin() throws IOException, InterruptedException {
        DeployStep asked = step;
        Run<?, ?> run = run();
        FilePath files = asked.readsWorkspace() ? workspace() : null;
        if (files == null
                && agentGraceEnds != null
                && asked.readsWorkspace()
                && Instant.now().isBefore(agentGraceEnds)) {
            DeployService.get().preparing().schedule(this::beginInBackground, AGENT_LOOK_SECONDS, TimeUnit.SECONDS);
            return;
        }
        DeployJob job = asked.prepare(new Preparation(run, new WorkspaceFiles(files), console()));
        if (ended) {
            return;
        }
        PlanRemoval.keep(job, run, id);
        workspace = null;
        step = null;
        ListenableFuture<Void> saved = getContext().saveState();
        saved.addListener(
                () -> inBackground(DeployService.get().preparing(), () -> {
                    console().tellUnlessSaved(saved, Messages::Execution_notSaved);
                    watch();
                }),
                Runnable::run);
    }

    /** The workspace; null where there is none, or as long as its agent has not come back after a restart. */
    private FilePath workspace() throws IOException, InterruptedException {
        if (workspace != null) {
            return workspace;
        }
        try {
            return getContext().get(FilePath.class);
        } catch (IOException offline) {
            if (agentGraceEnds == null || Instant.now().isAfter(agentGraceEnds)) {
                throw offline;
            }
            LOGGER.log(Level.FINE, "The agent has not come back yet", offline);
            return null;
        }
    }

    private void watch() throws IOException, InterruptedException {
        Run<?, ?> run = run();
        DeploymentFiles files = new DeploymentFiles(run, id);
        Optional<DeployJob> job = files.request(DeployJob.class);
        if (job.isEmpty()) {
            throw new StackDeployException(Messages.Execution_requestGone(subject));
        }
        DeployRuns.Prepared prepared = DeployRuns.prepare(job.get(), run, files, console(), this::over);
        DeploymentRun ready = prepared.run();
        synchronized (this) {
            if (ended) {
                prepared.release().run();
                return;
            }
            deployment = ready;
            if (stopped != null) {
                ready.stop(stopRequest(stopped));
            }
        }
        DeployService.get().watcher().watch(ready);
    }

    private Run<?, ?> run() throws IOException, InterruptedException {
        Run<?, ?> run = getContext().get(Run.class);
        if (run == null) {
            throw new StackDeployException(Messages.Execution_noRun());
        }
        build = run;
        return run;
    }

    private StepLog console() {
        return new StepLog(getContext(), subject, () -> build == null || build.isBuilding());
    }

    private void over(Outcome outcome) {
        try {
            end(outcome);
        } catch (IOException | InterruptedException failed) {
            getContext().onFailure(failed);
        }
    }

    private void end(Outcome outcome) throws IOException, InterruptedException {
        switch (outcome.kind()) {
            case SUCCESS -> getContext().onSuccess(new LinkedHashMap<>(outcome.facts()));
            case ABORTED -> {
                console().line(outcome.message());
                getContext().onFailure(stopped == null ? new StackDeployException(outcome.message()) : stopped);
            }
            case FAILURE -> failed(outcome);
        }
    }

    private void failed(Outcome outcome) throws IOException, InterruptedException {
        FailurePolicy policy = new Inputs().choice("onFailure", onFailure, FailurePolicy.FAIL);
        if (policy == FailurePolicy.FAIL) {
            getContext().onFailure(new StackDeployException(outcome.message()));
            return;
        }
        if (policy == FailurePolicy.UNSTABLE) {
            FlowNode node = getContext().get(FlowNode.class);
            if (node != null) {
                node.addOrReplaceAction(new WarningAction(Result.UNSTABLE).withMessage(outcome.message()));
            }
            run().setResult(Result.UNSTABLE);
        }
        Map<String, Object> facts = new LinkedHashMap<>(outcome.facts());
        facts.put("failure", outcome.message());
        getContext().onSuccess(facts);
    }
}
