package io.jenkins.plugins.stackdeploy.ros;

import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.Deployment;
import io.jenkins.plugins.stackdeploy.engine.Entry;
import io.jenkins.plugins.stackdeploy.engine.EventDetail;
import io.jenkins.plugins.stackdeploy.engine.FailureSummary;
import io.jenkins.plugins.stackdeploy.engine.GroupKey;
import io.jenkins.plugins.stackdeploy.engine.Look;
import io.jenkins.plugins.stackdeploy.engine.Looker;
import io.jenkins.plugins.stackdeploy.engine.Operation;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.engine.Pace;
import io.jenkins.plugins.stackdeploy.engine.Turn;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What all work on a stack has in common: its phases, and what its parts need of each other. */
abstract class RosWork implements Deployment {
    final RosContext context;
    final RosOperation operation;
    final String stackName;
    final Pace pace = new Pace();
    final Others others;
    final Surprises surprises;
    final Submitting submitting;
    final Watching watching;
    private final Stopping stopping;
    private final Ending ending;
    private final RosRecords records;
    private volatile String standing;

    RosWork(RosContext context, RosOperation operation, String stackName) {
        this.context = context;
        this.operation = operation;
        this.stackName = stackName;
        this.others = new Others(this);
        this.surprises = new Surprises(this);
        this.submitting = new Submitting(this);
        this.watching = new Watching(this);
        this.stopping = new Stopping(this);
        this.ending = new Ending(this);
        this.records = new RosRecords(this);
        this.standing = Messages.Standing_begins(stackName);
    }

    /** Reads the live state and decides what to do. */
    abstract Turn reconcile() throws CloudException, IOException;

    /** Sends the request, or finds that an earlier attempt was accepted. */
    abstract Turn submit() throws CloudException, IOException;

    /** Reads what is left to read and ends. */
    abstract Turn settle() throws CloudException, IOException;

    /** Says that what was asked for was not done, and why. */
    abstract String notDone(String why);

    /** Whether to wait for somebody else's operation, or refuse. */
    boolean waitsForOthers() {
        return false;
    }

    /** Which events to show. */
    EventDetail detail() {
        return EventDetail.FAILURES;
    }

    /** How many resources there will be; 0 when not known. */
    int resourceCount() {
        return 0;
    }

    /** Whether ROS may go on to roll back after a failed status. */
    boolean mayRollBack() {
        return true;
    }

    /** What the page of the build shows it as; empty when it does not show it. */
    Optional<Entry.Target> recordedAs() {
        return Optional.of(Entry.Target.ROS_STACK);
    }

    /** The turn of work that was asked to stop; empty to go on as if nothing had happened. */
    Optional<Turn> stopped() throws CloudException, IOException {
        return stopping.turn();
    }

    /** Removes what is in the way. */
    Turn clearing(Look look) throws CloudException, IOException {
        throw new IllegalStateException("nothing to clear");
    }

    /** Looks at what ROS does. */
    Turn watching(Look look) throws CloudException, IOException {
        return watching.turn(look);
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
                    case WATCH -> operation.stackId != null && !watching.watch().goesByEvents();
                    case OTHERS, CLEARING -> operation.stackId != null;
                    case RECONCILE, SUBMIT, SETTLE -> false;
                };
        return waits ? Optional.of(operation.stackId) : Optional.empty();
    }

    @Override
    public String standing() {
        return standing;
    }

    /** Says what it waits for from now on. */
    void stand(String what) {
        standing = what;
    }

    @Override
    public Turn advance(Look look) throws CloudException, IOException {
        records.turn();
        if (operation.stop() != null) {
            Optional<Turn> stopped = stopped();
            if (stopped.isPresent()) {
                return stopped.get();
            }
        }
        return switch (operation.phase) {
            case RECONCILE -> reconcile();
            case OTHERS -> others.turn(look);
            case CLEARING -> clearing(look);
            case SUBMIT -> submit();
            case WATCH -> watching(look);
            case SETTLE -> settle();
        };
    }

    /** Goes on to a phase, durably. */
    Turn go(RosOperation.Phase phase) throws IOException {
        operation.phase = phase;
        save();
        records.phase(phase);
        return Turn.NOW;
    }

    void save() throws IOException {
        context.journal().save(operation);
    }

    void say(String line) {
        context.console().line(line);
    }

    /** What the page of the build is told. */
    RosRecords records() {
        return records;
    }

    /** Tells what failed and why. */
    void tell(FailureSummary summary) {
        context.console().lines(summary.lines());
        records.failed(summary);
    }

    Instant now() {
        return context.clock().instant();
    }

    RosClient client() {
        return context.client();
    }

    /** The stack as the look shows it; looks itself where there is none. */
    Optional<RosStack> current(Look look) throws CloudException {
        return look instanceof RosStack stack ? Optional.of(stack) : client().get(operation.stackId, false);
    }

    /** For how long the operation, or before it is accepted the deployment, has been going on. */
    Duration running() {
        Instant since = operation.submittedAt() != null ? operation.submittedAt() : operation.startedAt();
        return since == null ? Duration.ZERO : Duration.between(since, now());
    }

    // Ends

    Turn end(Outcome.Kind kind, String message, Map<String, Object> facts) {
        boolean stopped = operation.stop() != null && kind == Outcome.Kind.SUCCESS;
        operation.end(new Outcome(stopped ? Outcome.Kind.ABORTED : kind, message, facts));
        return Turn.OVER;
    }

    /** Says what went wrong, and ends. */
    Turn fail(String message) {
        say(message);
        return end(Outcome.Kind.FAILURE, message, facts());
    }

    /** What a script gets at any end. */
    Map<String, Object> facts() {
        return RosResult.of(this);
    }

    String consoleUrl() {
        return "https://ros.console.aliyun.com/" + group().region() + "/stacks/" + operation.stackId;
    }

    @Override
    public Outcome failed(CloudException failure) {
        return ending.failed(failure);
    }

    @Override
    public Outcome overdue() {
        return ending.overdue();
    }
}
