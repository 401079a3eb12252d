package io.jenkins.plugins.stackdeploy.approval;

import com.google.common.util.concurrent.ListenableFuture;
import hudson.model.Run;
import io.jenkins.plugins.stackdeploy.engine.Background;
import io.jenkins.plugins.stackdeploy.gate.GateOutcome;
import io.jenkins.plugins.stackdeploy.gate.GateState;
import io.jenkins.plugins.stackdeploy.report.StepLog;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/**
 * Waits at a gate without a thread, through restarts.
 *
 * <pre>
 *   start() ──► arguments checked, requesters found, request.json written
 *           ──► saveState(): the Pipeline's program now holds this execution
 *           ──► the gate is published on the build and waits; decisions go to its ledger
 *           ──► onSuccess / onFailure
 *   onResume() ──► request.json there? back to the gate as its ledger has it, else from the beginning
 * </pre>
 *
 * A gate is published only after the program has this execution: otherwise a crash could leave a gate behind that nobody
 * waits at, and people would approve nothing. Files are read and written on threads of {@link GateService}.
 */
public final class ManualGateExecution extends StepExecution {
    private static final long serialVersionUID = 1;
    private static final Logger LOGGER = Logger.getLogger(ManualGateExecution.class.getName());

    private final String key = "gate-" + UUID.randomUUID();
    private final String name;
    private final boolean returnsOnReject;
    /** What is asked for; null once it is kept in files. */
    private volatile ManualGateStep step;
    /** Why the build was stopped; null while nobody stops it. */
    private volatile Throwable stopped;

    private transient volatile LiveGate live;
    /** The gate's id in the build; null until it is published. */
    private transient volatile String id;

    ManualGateExecution(StepContext context, ManualGateStep step) {
        super(context);
        this.step = step;
        this.name = step.getName();
        this.returnsOnReject = "return".equalsIgnoreCase(step.getOnReject());
    }

    @Override
    public boolean start() {
        inBackground(this::begin);
        return false;
    }

    @Override
    public void onResume() {
        inBackground(step == null ? () -> await(true) : this::begin);
    }

    @Override
    public boolean blocksRestart() {
        return false;
    }

    @Override
    public String getStatus() {
        return Messages.Execution_waiting(name);
    }

    /** The gate that the build waits at, for whoever decides other than by the web; empty when it does not wait yet. */
    public Optional<GateResource> gate() throws IOException, InterruptedException {
        return id == null ? Optional.empty() : Optional.of(new GateResource(run(), id, key));
    }

    @Override
    public void stop(Throwable cause) {
        LiveGate current;
        synchronized (this) {
            stopped = cause;
            current = live;
        }
        if (current == null) {
            getContext().onFailure(cause);
            return;
        }
        try {
            GateService.get().threads().execute(() -> abort(current, cause));
        } catch (RejectedExecutionException shutDown) {
            LOGGER.log(Level.FINE, "Jenkins shuts down while a gate is stopped", shutDown);
            getContext().onFailure(cause);
        }
    }

    /** The build ends, whatever becomes of the record of that. */
    private void abort(LiveGate gate, Throwable cause) {
        try {
            gate.abort(why(cause));
        } catch (IOException failed) {
            LOGGER.log(Level.WARNING, "That a gate was stopped cannot be recorded", failed);
        } finally {
            getContext().onFailure(cause);
        }
    }

    private static String why(Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    /** Finding upstream runs and writing files may take its time: not on the thread that runs the Pipeline. */
    private void inBackground(Background.Work work) {
        StepContext context = getContext();
        new Background(GateService.get().threads(), name, context::onFailure).run(work);
    }

    private void begin() throws IOException, InterruptedException {
        Run<?, ?> run = run();
        GateArguments arguments = new GateArguments(step, new RealmIdentities());
        GateJob job =
                arguments.read(Requesters.of(run), GateService.get().clock().instant());
        new GateFiles(run, key).save(job, arguments.plan());
        step = null;
        ListenableFuture<Void> saved = getContext().saveState();
        saved.addListener(
                () -> inBackground(() -> {
                    console().tellUnlessSaved(saved, Messages::Execution_notSaved);
                    await(false);
                }),
                Runnable::run);
    }

    private void await(boolean afterRestart) throws IOException, InterruptedException {
        Run<?, ?> run = run();
        GateJob job = new GateFiles(run, key).job().orElseThrow(() -> new GateException(Messages.Gate_gone()));
        String published = GatesAction.publish(run, key, name);
        GateLog log = new GateLog(console(), GateLinks.note(run, published));
        LiveGate gate = new LiveGate(GateService.get(), run, key, published, job, log, this::over);
        Throwable cause;
        synchronized (this) {
            live = gate;
            cause = stopped;
        }
        if (cause != null) {
            abort(gate, cause);
            return;
        }
        id = published;
        gate.begin(afterRestart);
    }

    private Run<?, ?> run() throws IOException, InterruptedException {
        return getContext().get(Run.class);
    }

    private StepLog console() {
        return new StepLog(getContext(), name);
    }

    private void over(GateOutcome outcome) {
        if (outcome.state().isApproved() || (returnsOnReject && outcome.state() != GateState.ABORTED)) {
            getContext().onSuccess(GateResult.of(outcome));
        } else if (outcome.state() == GateState.ABORTED && stopped != null) {
            getContext().onFailure(stopped);
        } else {
            getContext().onFailure(new GateException(LogLanguage.tell(GateResult.refusal(name, outcome))));
        }
    }
}
