package io.jenkins.plugins.stackdeploy.approval;

import hudson.model.Item;
import hudson.model.Run;
import io.jenkins.plugins.stackdeploy.engine.Text;
import io.jenkins.plugins.stackdeploy.gate.Decision;
import io.jenkins.plugins.stackdeploy.gate.Gate;
import io.jenkins.plugins.stackdeploy.gate.GateOutcome;
import io.jenkins.plugins.stackdeploy.gate.GateRequest;
import io.jenkins.plugins.stackdeploy.gate.GateState;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A gate that a build waits at. */
final class LiveGate {
    private static final Logger LOGGER = Logger.getLogger(LiveGate.class.getName());
    private static final Duration PAUSE_AFTER_TROUBLE = Duration.ofMinutes(1);

    private final GateService service;
    private final Run<?, ?> run;
    private final String key;
    private final String id;
    private final GateJob job;
    private final GateLog log;
    private final Webhooks webhooks;
    private final GateMail mail;
    private final Consumer<GateOutcome> over;
    private final Gate gate;
    private Instant nextReminder;
    private Instant nextLook = Instant.MIN;
    private boolean seenSettled;
    private final AtomicBoolean ended = new AtomicBoolean();

    /**
     * A gate as its ledger has it; nothing happens before {@link #begin}.
     *
     * @param key unique in Jenkins, for its files
     * @param id unique in the build, for people
     * @param log tells the build's log
     * @param over told once how it ended
     * @throws IOException when the ledger cannot be read
     */
    LiveGate(
            GateService service,
            Run<?, ?> run,
            String key,
            String id,
            GateJob job,
            GateLog log,
            Consumer<GateOutcome> over)
            throws IOException {
        this.service = service;
        this.run = run;
        this.key = key;
        this.id = id;
        this.job = job;
        this.log = log;
        this.webhooks = new Webhooks(service.sending(), job, run, id, log);
        this.mail = new GateMail(service.sending(), job, run, id, log);
        this.over = over;
        this.gate = new GateFiles(run, key).open(job, service.clock(), this::decided);
    }

    /** Begins to wait, or ends at once when it was decided before a restart or its deadline passed meanwhile. */
    void begin(boolean afterRestart) throws IOException {
        GateRequest request = job.request();
        if (gate.state() != GateState.OPEN) {
            reporting(log::decidedBefore);
            end();
            return;
        }
        Instant now = service.clock().instant();
        if (!afterRestart) {
            log.opened(request, new GateFiles(run, key).plan(), now);
            tell(GateEvent.OPENED, null);
        } else if (request.deadline() != null && !now.isBefore(request.deadline())) {
            log.deadlinePassedMeanwhile(request.deadline());
        } else {
            log.waitsOn();
        }
        nextReminder = job.remindEveryMinutes() == null ? null : now.plus(reminderInterval());
        service.add(this);
        look();
        try {
            settleAgainstOtherRuns();
        } catch (IOException failed) {
            // The ledger of another run is no reason for this one not to wait.
            troubled(failed);
        }
    }

    /** Of the runs of one job that wait at gates of one name, those older than one that supersedes do not go on. */
    private void settleAgainstOtherRuns() throws IOException {
        for (LiveGate other :
                service.ofJob(run.getParent().getFullName(), job.request().name())) {
            if (job.supersedes() && other.run.getNumber() < run.getNumber()) {
                other.gate.supersede(run.getDisplayName());
            } else if (other.job.supersedes() && run.getNumber() < other.run.getNumber()) {
                gate.supersede(other.run.getDisplayName());
            }
        }
    }

    private Duration reminderInterval() {
        return Duration.ofMinutes(job.remindEveryMinutes());
    }

    String key() {
        return key;
    }

    Run<?, ?> run() {
        return run;
    }

    /** Unique in the build. */
    String id() {
        return id;
    }

    Gate gate() {
        return gate;
    }

    /** Jenkins may have loaded the build or the job anew since, as after it was configured by its XML. */
    boolean isOf(Run<?, ?> build) {
        return run.getNumber() == build.getNumber() && isOf(build.getParent());
    }

    boolean isOf(Item item) {
        return run.getParent().getFullName().equals(item.getFullName());
    }

    boolean isOf(String fullName, String gateName) {
        return job.request().name().equals(gateName)
                && run.getParent().getFullName().equals(fullName);
    }

    /** Applies what is due: the deadline, reminders, and an end that nobody was told of. */
    synchronized void look() {
        Instant now = service.clock().instant();
        if (now.isBefore(nextLook)) {
            return;
        }
        try {
            if (gate.state() != GateState.OPEN) {
                endWhatIsLeft();
                return;
            }
            gate.look();
            if (nextReminder != null && !now.isBefore(nextReminder) && gate.state() == GateState.OPEN) {
                nextReminder = now.plus(reminderInterval());
                log.reminder(gate.progress());
                tell(GateEvent.REMINDER, null);
            }
        } catch (IOException | RuntimeException | Error failed) {
            // One gate in trouble must not keep the others from their deadlines, whatever the trouble is.
            nextLook = now.plus(PAUSE_AFTER_TROUBLE);
            troubled(failed);
        }
    }

    /** Whoever has just decided ends the gate, after the log has said so: only when they have not until the next look. */
    private void endWhatIsLeft() {
        if (seenSettled) {
            end();
        }
        seenSettled = true;
    }

    private void troubled(Throwable failed) {
        LOGGER.log(Level.WARNING, "A gate of " + run + " cannot go on", failed);
        reporting(() -> log.trouble(failed));
    }

    /** Tells people. What was decided is in the ledger and counts, whether it can be told or not. */
    private void reporting(Runnable telling) {
        try {
            telling.run();
        } catch (RuntimeException | Error failed) {
            LOGGER.log(Level.WARNING, "What happens at a gate of " + run + " cannot be told", failed);
        }
    }

    /**
     * Ends it because its build is stopped.
     *
     * @param why for people
     */
    void abort(String why) throws IOException {
        gate.abort(Text.oneLine(why));
    }

    /** Leaves it alone, and its files, which are gone with its job. */
    void forget() {
        service.remove(this);
        try {
            PostBuildWait.index().remove(key);
        } catch (IOException failed) {
            LOGGER.log(Level.FINE, "A gate that is gone is found to be gone after the next restart", failed);
        }
    }

    private void tell(GateEvent event, Decision decision) {
        webhooks.send(event, gate, decision);
        mail.send(event, gate, decision);
    }

    private void decided(Decision decision) {
        try {
            reporting(() -> log.decided(decision, gate));
            reporting(() -> tell(GateEvent.of(decision), decision));
        } finally {
            if (decision.kind() == Decision.Kind.SETTLE) {
                end();
            }
        }
    }

    private void end() {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        service.remove(this);
        reporting(() -> SettledGates.of(run.getParent()).add(this));
        gate.outcome().ifPresent(outcome -> {
            dismissPlan(outcome);
            over.accept(outcome);
        });
    }

    /** Nobody is to deploy any more what was not approved; the build goes on whether that is in order or not. */
    private void dismissPlan(GateOutcome outcome) {
        if (outcome.planDigest() == null || outcome.state().isApproved()) {
            return;
        }
        try {
            PlanKeeper.get().dismiss(run, outcome.planDigest());
        } catch (RuntimeException | Error failed) {
            LOGGER.log(
                    Level.WARNING, "A plan of " + run + " that was not approved is not removed before its end", failed);
        }
    }
}
