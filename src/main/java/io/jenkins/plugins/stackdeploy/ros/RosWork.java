package io.jenkins.plugins.stackdeploy.ros;

import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.Deployment;
import io.jenkins.plugins.stackdeploy.engine.Durations;
import io.jenkins.plugins.stackdeploy.engine.FaultKind;
import io.jenkins.plugins.stackdeploy.engine.GroupKey;
import io.jenkins.plugins.stackdeploy.engine.Look;
import io.jenkins.plugins.stackdeploy.engine.Looker;
import io.jenkins.plugins.stackdeploy.engine.Operation;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.engine.OverBudgetException;
import io.jenkins.plugins.stackdeploy.engine.Pace;
import io.jenkins.plugins.stackdeploy.engine.Turn;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What deploying and deleting a stack have in common: waiting for ROS, telling of it, stopping. */
abstract class RosWork implements Deployment {
    /** How often the stack may move between looking and acting before that is an error. */
    static final int MOST_SURPRISES = 5;

    /** A failed status that a rollback may follow counts as the end when it has lasted this long. */
    private static final Duration ROLLBACK_GRACE = Duration.ofSeconds(30);

    private static final int ROLLBACK_LOOKS = 3;
    private static final Duration CANCEL_TAKES_AT_MOST = Duration.ofMinutes(10);
    private static final Duration SIGN_OF_LIFE = Duration.ofMinutes(1);

    final RosContext context;
    final RosOperation operation;
    final String stackName;
    private final Pace pace = new Pace();
    private EventFeed feed;
    private ProgressLog progress;
    private Instant failedSince;
    private int failedLooks;
    private String lastStatus = "";
    private Instant lastSign;
    private volatile String standing;

    RosWork(RosContext context, RosOperation operation, String stackName) {
        this.context = context;
        this.operation = operation;
        this.stackName = stackName;
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

    Turn clearing(Look look) throws CloudException, IOException {
        throw new IllegalStateException("nothing to clear");
    }

    @Override
    public Operation operation() {
        return operation;
    }

    @Override
    public GroupKey group() {
        return context.client().group();
    }

    @Override
    public Looker looker() {
        return context.client();
    }

    @Override
    public Optional<String> sharedLook() {
        boolean waits =
                switch (operation.phase) {
                    case WATCH, OTHERS, CLEARING -> operation.stackId != null;
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
        if (operation.stop() != null) {
            Optional<Turn> stopped = stopping();
            if (stopped.isPresent()) {
                return stopped.get();
            }
        }
        return switch (operation.phase) {
            case RECONCILE -> reconcile();
            case OTHERS -> others(look);
            case CLEARING -> clearing(look);
            case SUBMIT -> submit();
            case WATCH -> watch(look);
            case SETTLE -> settle();
        };
    }

    /** Goes on to a phase, durably. */
    Turn go(RosOperation.Phase phase) throws IOException {
        operation.phase = phase;
        save();
        return Turn.NOW;
    }

    void save() throws IOException {
        context.journal().save(operation);
    }

    void say(String line) {
        context.console().line(line);
        lastSign = now();
    }

    Instant now() {
        return context.clock().instant();
    }

    Turn end(Outcome.Kind kind, String message, Map<String, Object> facts) {
        boolean stopped = operation.stop() != null && kind == Outcome.Kind.SUCCESS;
        operation.end(new Outcome(stopped ? Outcome.Kind.ABORTED : kind, message, facts));
        return Turn.OVER;
    }

    // Others

    /** Begins to wait for somebody else's operation, or refuses to. */
    Turn busy(RosStack stack) throws IOException {
        if (!waitsForOthers()) {
            return end(Outcome.Kind.FAILURE, Messages.Others_refused(stackName, stack.status()), facts());
        }
        operation.stackId = stack.id();
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
        return Turn.after(pace.next(running()));
    }

    // Watching

    Optional<RosStack> current(Look look) throws CloudException {
        return look instanceof RosStack stack
                ? Optional.of(stack)
                : context.client().get(operation.stackId, false);
    }

    private Turn watch(Look look) throws CloudException, IOException {
        Optional<RosStack> seen = current(look);
        if (seen.isEmpty()) {
            return gone();
        }
        RosStack stack = seen.get();
        news(stack);
        if (isOver(stack)) {
            operation.finalStatus = stack.status();
            return go(RosOperation.Phase.SETTLE);
        }
        standing =
                Messages.Standing_watching(stackName, stack.status(), progress().counts());
        signOfLife(stack);
        return Turn.after(pace.next(running()));
    }

    /** The stack cannot be found any longer. */
    Turn gone() throws IOException {
        operation.finalStatus = RosStatus.DELETE_COMPLETE.name();
        return go(RosOperation.Phase.SETTLE);
    }

    /** Shows new events, as far as the budget allows: what cannot be read now is read later, at the end at the latest. */
    private void news(RosStack stack) throws IOException {
        boolean moved = !stack.status().equals(lastStatus);
        lastStatus = stack.status();
        if (moved) {
            pace.news();
        }
        try {
            if (progress().show(feed().read())) {
                lastSign = now();
                pace.news();
                save();
            }
        } catch (OverBudgetException later) {
            return;
        } catch (CloudException failed) {
            progress().unread(failed);
        }
    }

    private boolean isOver(RosStack stack) {
        RosStatus.Phase phase = stack.phase();
        if (phase == null) {
            progress().unknown(stack.status());
            return false;
        }
        if (phase == RosStatus.Phase.RUNNING || phase == RosStatus.Phase.EMPTY || isStale(stack)) {
            failedSince = null;
            failedLooks = 0;
            return false;
        }
        return phase != RosStatus.Phase.FAILED || !mayRollBack() || hasLasted();
    }

    /** Whether ROS may go on to roll back after a failed status. */
    boolean mayRollBack() {
        return true;
    }

    private boolean hasLasted() {
        Instant now = now();
        if (failedSince == null) {
            failedSince = now;
        }
        failedLooks++;
        pace.news();
        return failedLooks >= ROLLBACK_LOOKS && !now.isBefore(failedSince.plus(ROLLBACK_GRACE));
    }

    /** Right after it accepted a request, ROS may still answer what the stack was like before. */
    private boolean isStale(RosStack stack) {
        return operation.statusBefore != null
                && Objects.equals(stack.status(), operation.statusBefore)
                && Objects.equals(stack.updateTime(), operation.updateTimeBefore)
                && !feed().ended();
    }

    private void signOfLife(RosStack stack) {
        Instant now = now();
        if (lastSign != null && Duration.between(lastSign, now).compareTo(SIGN_OF_LIFE) >= 0) {
            say(Messages.Watch_still(
                    stack.status(), Durations.tell(running()), progress().pending()));
        }
    }

    Duration running() {
        Instant since = operation.submittedAt() != null ? operation.submittedAt() : operation.startedAt();
        return since == null ? Duration.ZERO : Duration.between(since, now());
    }

    EventFeed feed() {
        if (feed == null) {
            feed = new EventFeed(context.client(), operation.events, operation.stackId, stackName);
        }
        return feed;
    }

    ProgressLog progress() {
        if (progress == null) {
            progress =
                    new ProgressLog(context.console(), detail(), feed(), operation.stackId, stackName, resourceCount());
        }
        return progress;
    }

    /** Another stack, or another operation on it, is watched from now on. */
    void watchAnew() {
        feed = null;
        progress = null;
        lastStatus = "";
        failedSince = null;
        failedLooks = 0;
    }

    // Stopping

    private Optional<Turn> stopping() throws CloudException, IOException {
        if (operation.submittedAt() == null && operation.phase != RosOperation.Phase.CLEARING) {
            if (operation.phase == RosOperation.Phase.SUBMIT && operation.sent()) {
                // Whether ROS has it is not known: ask again with the same token, then stop what there is.
                return Optional.empty();
            }
            return Optional.of(end(Outcome.Kind.ABORTED, Messages.Stop_nothingSent(stackName), facts()));
        }
        if (operation.finalStatus != null) {
            return Optional.empty();
        }
        if (!operation.stop().cancel()) {
            return Optional.of(end(Outcome.Kind.ABORTED, Messages.Stop_left(stackName), facts()));
        }
        if (now().isAfter(operation.stop().at().plus(CANCEL_TAKES_AT_MOST))) {
            return Optional.of(end(Outcome.Kind.ABORTED, Messages.Stop_cancelSlow(stackName), facts()));
        }
        return operation.cancelled ? Optional.empty() : cancel();
    }

    private Optional<Turn> cancel() throws CloudException, IOException {
        try {
            context.client().call("CancelStackOperation", Map.of("StackId", operation.stackId, "CancelType", "Safe"));
            say(Messages.Stop_cancelling(stackName));
        } catch (CloudException failed) {
            if (failed.kind().isPassing()) {
                throw failed;
            }
            if (failed.kind() != FaultKind.NOT_FOUND) {
                return Optional.of(
                        end(Outcome.Kind.ABORTED, Messages.Stop_cannotCancel(stackName, failed.describe()), facts()));
            }
        }
        operation.cancelled = true;
        save();
        return Optional.of(Turn.NOW);
    }

    // Ends

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
        } else if (!lastStatus.isEmpty()) {
            facts.put("status", lastStatus);
        }
        return facts;
    }

    String consoleUrl() {
        return "https://ros.console.aliyun.com/" + group().region() + "/stacks/" + operation.stackId;
    }

    @Override
    public Outcome failed(CloudException failure) {
        String message = operation.submittedAt() == null
                ? Messages.Failed_notSubmitted(stackName, failure.describe())
                : Messages.Failed_watching(stackName, failure.describe());
        context.console().line(message);
        RosAdvice.on(failure).ifPresent(advice -> context.console().line("  " + advice));
        return new Outcome(Outcome.Kind.FAILURE, message, facts());
    }

    @Override
    public Outcome overdue() {
        String message = operation.submittedAt() == null
                ? Messages.Overdue_notSubmitted(stackName, Durations.tell(running()))
                : Messages.Overdue_watching(stackName, lastStatus, Durations.tell(running()));
        context.console().line(message);
        return new Outcome(Outcome.Kind.FAILURE, message, facts());
    }
}
