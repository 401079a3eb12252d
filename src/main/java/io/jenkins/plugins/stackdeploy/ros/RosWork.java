package io.jenkins.plugins.stackdeploy.ros;

import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.Deployment;
import io.jenkins.plugins.stackdeploy.engine.Durations;
import io.jenkins.plugins.stackdeploy.engine.Entry;
import io.jenkins.plugins.stackdeploy.engine.EventDetail;
import io.jenkins.plugins.stackdeploy.engine.FailureSummary;
import io.jenkins.plugins.stackdeploy.engine.FaultKind;
import io.jenkins.plugins.stackdeploy.engine.GroupKey;
import io.jenkins.plugins.stackdeploy.engine.Look;
import io.jenkins.plugins.stackdeploy.engine.Looker;
import io.jenkins.plugins.stackdeploy.engine.Operation;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.engine.Pace;
import io.jenkins.plugins.stackdeploy.engine.Stage;
import io.jenkins.plugins.stackdeploy.engine.Text;
import io.jenkins.plugins.stackdeploy.engine.Turn;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What deploying and deleting a stack have in common: waiting for ROS and telling of it. */
abstract class RosWork implements Deployment {
    /** How often the stack may move between looking and acting before that is an error. */
    private static final int MOST_SURPRISES = 5;

    private static final Duration AFTER_A_SURPRISE = Duration.ofSeconds(1);

    final RosContext context;
    final RosOperation operation;
    final String stackName;
    final Pace pace = new Pace();
    private final Stopping stopping;
    private StackWatch watch;
    /** The stack with its outputs, when the last look read them; null otherwise. */
    private RosStack ending;

    private volatile String standing;
    private boolean recordsBeginning = true;

    RosWork(RosContext context, RosOperation operation, String stackName) {
        this.context = context;
        this.operation = operation;
        this.stackName = stackName;
        this.stopping = new Stopping(this);
        this.standing = Messages.Standing_begins(stackName);
    }

    /** Whether to wait for somebody else's operation, or refuse. */
    abstract boolean waitsForOthers();

    abstract EventDetail detail();

    abstract int resourceCount();

    /** Reads the live state and decides what to do. */
    abstract Turn reconcile() throws CloudException, IOException;

    /** Sends the request, or finds that an earlier attempt was accepted. */
    abstract Turn submit() throws CloudException, IOException;

    /** Reads what is left to read and ends. */
    abstract Turn settle() throws CloudException, IOException;

    /** Says that what was asked for was not done, and why. */
    abstract String notDone(String why);

    /** What the page of the build shows it as; empty when it does not show it. */
    Optional<Entry.Target> recordedAs() {
        return Optional.of(Entry.Target.ROS_STACK);
    }

    private void recordBeginning(Entry.Target target) {
        Instant since = operation.startedAt() == null ? now() : operation.startedAt();
        record(new Entry.Begun(since, target, stackName, group().region(), resourceCount()));
    }

    /** The turn of work that was asked to stop; empty to go on as if nothing had happened. */
    Optional<Turn> stopped() throws CloudException, IOException {
        return stopping.turn();
    }

    Turn clearing(Look look) throws CloudException, IOException {
        throw new IllegalStateException("nothing to clear");
    }

    @Override
    public Operation operation() {
        return operation;
    }

    @Override
    public GroupKey group() {
        return client().group();
    }

    @Override
    public Looker looker() {
        return client();
    }

    @Override
    public Optional<String> sharedLook() {
        boolean waits =
                switch (operation.phase) {
                    case WATCH -> operation.stackId != null && !watch().goesByEvents();
                    case OTHERS, CLEARING -> operation.stackId != null;
                    case RECONCILE, SUBMIT, SETTLE -> false;
                };
        return waits ? Optional.of(operation.stackId) : Optional.empty();
    }

    @Override
    public String standing() {
        return standing;
    }

    @Override
    public Turn advance(Look look) throws CloudException, IOException {
        if (recordsBeginning) {
            recordsBeginning = false;
            recordedAs().ifPresent(this::recordBeginning);
        }
        if (operation.stop() != null) {
            Optional<Turn> stopped = stopped();
            if (stopped.isPresent()) {
                return stopped.get();
            }
        }
        return switch (operation.phase) {
            case RECONCILE -> reconcile();
            case OTHERS -> others(look);
            case CLEARING -> clearing(look);
            case SUBMIT -> submit();
            case WATCH -> watching(look);
            case SETTLE -> settle();
        };
    }

    /** Says what it waits for from now on. */
    void stand(String what) {
        standing = what;
    }

    /** Goes on to a phase, durably. */
    Turn go(RosOperation.Phase phase) throws IOException {
        operation.phase = phase;
        save();
        record(new Entry.Reached(now(), stage(phase)));
        return Turn.NOW;
    }

    private static Stage stage(RosOperation.Phase phase) {
        return switch (phase) {
            case RECONCILE -> Stage.DECIDING;
            case OTHERS -> Stage.WAITING;
            case CLEARING -> Stage.CLEARING;
            case SUBMIT -> Stage.SUBMITTING;
            case WATCH -> Stage.RUNNING;
            case SETTLE -> Stage.FINISHING;
        };
    }

    void record(Entry entry) {
        context.recorder().record(entry);
    }

    /** The request has been taken. */
    void recordAccepted() {
        // Only now it is known whether all resources of the template are to be made.
        recordedAs().ifPresent(this::recordBeginning);
        record(new Entry.Accepted(now(), operation.action.name(), operation.stackId, consoleUrl()));
    }

    /** Tells what failed and why. */
    void tell(FailureSummary summary) {
        context.console().lines(summary.lines());
        record(new Entry.Failed(now(), summary));
    }

    void save() throws IOException {
        context.journal().save(operation);
    }

    void say(String line) {
        context.console().line(line);
    }

    Instant now() {
        return context.clock().instant();
    }

    RosClient client() {
        return context.client();
    }

    Turn end(Outcome.Kind kind, String message, Map<String, Object> facts) {
        boolean stopped = operation.stop() != null && kind == Outcome.Kind.SUCCESS;
        operation.end(new Outcome(stopped ? Outcome.Kind.ABORTED : kind, message, facts));
        return Turn.OVER;
    }

    // Others

    /** Begins to wait for somebody else's operation, or refuses to. */
    Turn busy(RosStack stack) throws IOException {
        operation.stackId = stack.id();
        if (!waitsForOthers()) {
            String message = Messages.Others_refused(stackName, stack.status());
            say(message);
            return end(Outcome.Kind.FAILURE, message, facts());
        }
        say(Messages.Others_waiting(stackName, stack.status()));
        return go(RosOperation.Phase.OTHERS);
    }

    private Turn others(Look look) throws CloudException, IOException {
        Optional<RosStack> stack = current(look);
        if (stack.isEmpty() || !RosStatus.isMoving(stack.get().status())) {
            say(Messages.Others_over(stackName, stack.map(RosStack::status).orElse(RosStatus.DELETE_COMPLETE.name())));
            operation.stackId = null;
            return go(RosOperation.Phase.RECONCILE);
        }
        standing = Messages.Standing_others(stackName, stack.get().status());
        return Turn.within(client().pause(pace.next(running())));
    }

    /**
     * ROS refused a request because the stack is no longer what it was a moment ago: decides anew. Not at once, since looks
     * lag behind; a stack that is busy is waited for without end, as {@link #busy} would.
     */
    Turn decideAnew(CloudException surprise) throws CloudException, IOException {
        boolean busy = surprise.kind() == FaultKind.BUSY;
        if (busy && !waitsForOthers()) {
            String message = Messages.Others_refusedBusy(stackName, surprise.describe());
            say(message);
            return end(Outcome.Kind.FAILURE, message, facts());
        }
        operation.surprises++;
        if (!busy && operation.surprises > MOST_SURPRISES) {
            throw surprise;
        }
        if (operation.surprises <= MOST_SURPRISES) {
            say(Messages.Deploy_surprise(stackName, surprise.describe()));
        }
        operation.stackId = null;
        operation.notSent();
        go(RosOperation.Phase.RECONCILE);
        return Turn.after(busy ? pace.next(running()) : AFTER_A_SURPRISE.multipliedBy(operation.surprises));
    }

    // Watching

    Optional<RosStack> current(Look look) throws CloudException {
        return look instanceof RosStack stack ? Optional.of(stack) : client().get(operation.stackId, false);
    }

    Turn watching(Look look) throws CloudException, IOException {
        boolean byEvents = look == null && watch().goesByEvents();
        if (!byEvents || !watch().goesOnByEvents()) {
            Optional<RosStack> seen = byEvents ? ending() : current(look);
            Optional<String> ended = watch().look(seen);
            if (ended.isPresent()) {
                operation.finalStatus = ended.get();
                return go(RosOperation.Phase.SETTLE);
            }
            ending = null;
        }
        if (!watch().lastStatus().isEmpty()) {
            standing = Messages.Standing_watching(stackName, watch().lastStatus(), watch().counts());
        }
        return watch().again();
    }

    /** The stack as it probably is at the end, with its outputs, so that they need not be read once more. */
    private Optional<RosStack> ending() throws CloudException {
        Optional<RosStack> seen = client().get(operation.stackId, true);
        ending = seen.orElse(null);
        return seen;
    }

    /** The stack with its outputs, after the end. */
    Optional<RosStack> ended() throws CloudException {
        return ending == null ? client().get(operation.stackId, true) : Optional.of(ending);
    }

    /** ROS has accepted the request: watches what comes of it. */
    Turn beginWatching() throws IOException {
        go(RosOperation.Phase.WATCH);
        return Turn.within(client().pause(Looks.TEMPO.quick()));
    }

    /** The watch of what is under way; the stack's id is known by then. */
    StackWatch watch() {
        if (watch == null) {
            watch = new StackWatch(this);
        }
        return watch;
    }

    /** Another stack, or another operation on it, is watched from now on. */
    void watchAnew() {
        watch = null;
        operation.seenRunning = false;
    }

    /** Whether ROS may go on to roll back after a failed status. */
    boolean mayRollBack() {
        return true;
    }

    /** For how long the operation, or before it is accepted the deployment, has been going on. */
    Duration running() {
        Instant since = operation.submittedAt() != null ? operation.submittedAt() : operation.startedAt();
        return since == null ? Duration.ZERO : Duration.between(since, now());
    }

    // Ends

    private String lastStatus() {
        return watch == null ? "" : watch.lastStatus();
    }

    /** What a script gets at any end. */
    Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("stackName", stackName);
        facts.put("region", group().region());
        if (operation.stackId != null) {
            facts.put("stackId", operation.stackId);
            facts.put("consoleUrl", consoleUrl());
        }
        if (operation.action != null) {
            facts.put("action", operation.action.name());
        }
        facts.put("changed", operation.submittedAt() != null);
        if (operation.finalStatus != null) {
            facts.put("status", operation.finalStatus);
        } else if (!lastStatus().isEmpty()) {
            facts.put("status", lastStatus());
        }
        return facts;
    }

    String consoleUrl() {
        return "https://ros.console.aliyun.com/" + group().region() + "/stacks/" + operation.stackId;
    }

    @Override
    public Outcome failed(CloudException failure) {
        String why = failure.describe();
        if (operation.finalStatus != null) {
            return failure(Messages.Failed_afterEnd(stackName, operation.finalStatus, why), failure);
        }
        return failure(
                operation.submittedAt() == null ? notDone(why) : Messages.Failed_watching(stackName, why), failure);
    }

    private Outcome failure(String message, CloudException failure) {
        context.console().line(message);
        RosAdvice.on(failure).ifPresent(advice -> context.console().line("  " + advice));
        return new Outcome(Outcome.Kind.FAILURE, message, facts());
    }

    @Override
    public Outcome overdue() {
        String message = Text.oneLine(tooLate(Durations.tell(running())));
        context.console().line(message);
        return new Outcome(Outcome.Kind.FAILURE, message, facts());
    }

    private String tooLate(String after) {
        if (operation.finalStatus != null) {
            return Messages.Overdue_ended(stackName, operation.finalStatus);
        }
        if (operation.submittedAt() == null) {
            return notDone(Messages.Overdue_notBegun(after));
        }
        return lastStatus().isEmpty()
                ? Messages.Overdue_unseen(stackName, after)
                : Messages.Overdue_watching(stackName, lastStatus(), after);
    }
}
