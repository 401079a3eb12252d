package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.cloudformation.StackSetFacts.Phase;
import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.Deployment;
import io.jenkins.plugins.stackdeploy.engine.Durations;
import io.jenkins.plugins.stackdeploy.engine.FailureSummary;
import io.jenkins.plugins.stackdeploy.engine.FaultKind;
import io.jenkins.plugins.stackdeploy.engine.GroupKey;
import io.jenkins.plugins.stackdeploy.engine.Look;
import io.jenkins.plugins.stackdeploy.engine.Looker;
import io.jenkins.plugins.stackdeploy.engine.Operation;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.engine.OverBudgetException;
import io.jenkins.plugins.stackdeploy.engine.Pace;
import io.jenkins.plugins.stackdeploy.engine.Text;
import io.jenkins.plugins.stackdeploy.engine.Turn;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import software.amazon.awssdk.services.cloudformation.model.StackSet;
import software.amazon.awssdk.services.cloudformation.model.StackSetOperation;

/**
 * What deploying stack sets, deploying stack instances and deleting stack sets have in common.
 *
 * <pre>
 *   DECIDE --> OTHERS --> DECIDE              somebody else's operation runs
 *      '-----> SUBMIT --> WATCH --> RESULTS   for each call of the plan
 *                 ^--------------------'
 *      '-----> SETTLE                         after the last one, or the first that failed
 * </pre>
 *
 * Each call has an id of its own, which is saved before the call is sent, and which is the same until CloudFormation has
 * answered: however often that takes, and whatever crashes meanwhile, its operation is started once.
 */
abstract class StackSetWork implements Deployment {
    /** How often the stack set may move between looking and acting before that is an error. */
    private static final int MOST_SURPRISES = 5;

    private static final Duration AFTER_A_SURPRISE = Duration.ofSeconds(2);

    /** AWS publishes no limits for reading operations; 5 to 30 seconds is what is known to do no harm. */
    private static final Duration QUICK = Duration.ofSeconds(5);

    private static final Duration SLOW = Duration.ofSeconds(20);
    private static final Duration SLOWEST = Duration.ofSeconds(30);

    final StackSetContext context;
    final StackSetFacts facts;
    final StackSetRequest request;
    final String name;
    final Submission submission;
    final Pace pace =
            new Pace(QUICK, SLOW, SLOWEST, () -> ThreadLocalRandom.current().nextDouble());
    final StepMemory step = new StepMemory();
    private final Submitting submitting;
    private final Others others;
    private final StackSetStopping stopping;
    private final Conclusion conclusion;
    private final StackSetRecords records;
    private InstanceList list;
    private List<Instance> instances = List.of();
    private boolean known;
    private OperationWatch watch;
    private volatile String standing;

    StackSetWork(StackSetContext context, StackSetFacts facts, StackSetRequest request) {
        this.context = context;
        this.facts = facts;
        this.request = request;
        this.name = request.stackSetName();
        this.submission = new Submission(context.client(), name, request.operations());
        this.submitting = new Submitting(this);
        this.others = new Others(this);
        this.stopping = new StackSetStopping(this);
        this.conclusion = new Conclusion(this);
        this.records = new StackSetRecords(this);
        this.standing = Messages.Standing_begins(name);
    }

    /** There is no such stack set: decides what to do. */
    abstract Turn absent() throws CloudException, IOException;

    /** Decides what to do with a stack set and its instances. */
    abstract Turn decide(StackSet live, List<Instance> all) throws CloudException, IOException;

    /** Makes a planned call ready to be sent. */
    abstract Submission.Call prepare(PlannedOperation planned) throws CloudException;

    /** Which instances are meant. */
    abstract Targeting targeting();

    /** The template, for messages; null when there is none. */
    abstract StackSetTemplate template();

    /** All that was planned is done: tells the end, or what else there is to do. */
    abstract Turn done() throws CloudException, IOException;

    /** Whether what was asked for is so when every operation succeeded, whatever the instances say. */
    abstract boolean isProvenByOperations();

    /** Says that what was asked for was not done, and why. */
    abstract String notDone(String why);

    /** A stack set that was to be created is there: whether it is what a lost answer to the creation left. */
    boolean isOurs(StackSet found) throws CloudException {
        return false;
    }

    @Override
    public Operation operation() {
        return facts;
    }

    @Override
    public GroupKey group() {
        return client().group();
    }

    @Override
    public Optional<String> sharedLook() {
        // The API has no call that looks at operations of several stack sets.
        return Optional.empty();
    }

    @Override
    public Looker looker() {
        throw new IllegalStateException("there are no shared looks");
    }

    @Override
    public String standing() {
        return standing;
    }

    void standing(String line) {
        standing = line;
    }

    @Override
    public Turn advance(Look look) throws CloudException, IOException {
        records.turn();
        boolean waits = false;
        try {
            return advance();
        } catch (OverBudgetException later) {
            waits = true;
            throw later;
        } finally {
            if (!waits) {
                step.forget();
            }
        }
    }

    private Turn advance() throws CloudException, IOException {
        if (facts.stop() != null) {
            Optional<Turn> stopped = stopping.turn();
            if (stopped.isPresent()) {
                return stopped.get();
            }
        }
        return switch (facts.phase) {
            case DECIDE -> decide();
            case OTHERS -> others.turn();
            case SUBMIT -> submitting.turn();
            case WATCH -> watching();
            case RESULTS -> results();
            case SETTLE -> conclusion.turn();
        };
    }

    private Turn decide() throws CloudException, IOException {
        Optional<StackSet> live = step.once("set", () -> client().describe(name, callAs()));
        if (live.isEmpty()) {
            return absent();
        }
        StackSet set = live.get();
        facts.stackSetId = Text.oneLine(set.stackSetId());
        facts.serviceManaged = PermissionModel.SERVICE_MANAGED.name().equals(set.permissionModelAsString());
        boolean queues = set.managedExecution() != null
                && Boolean.TRUE.equals(set.managedExecution().active());
        if (!queues) {
            // Where operations cannot queue, what the instances are like is not settled while one runs.
            Optional<Turn> busy = others.inTheWay();
            if (busy.isPresent()) {
                return busy.get();
            }
        }
        return decide(set, readInstances());
    }

    /** Begins with a plan. */
    Turn begin(Plan plan, StackSetFacts.Action action) throws IOException {
        boolean changedBefore = facts.submittedAt() != null;
        if (!changedBefore || facts.action == null) {
            facts.action = action;
        }
        facts.plan(plan.operations());
        known &= facts.plan.isEmpty();
        watch = null;
        return go(facts.plan.isEmpty() ? Phase.SETTLE : Phase.SUBMIT);
    }

    /** Goes on after a plan that was not enough. */
    Turn append(Plan plan) throws IOException {
        facts.plan.addAll(plan.operations());
        watch = null;
        return go(Phase.SUBMIT);
    }

    /** The call that is under way is done. */
    Turn next() throws IOException {
        facts.current++;
        watch = null;
        return go(facts.now() == null ? Phase.SETTLE : Phase.SUBMIT);
    }

    /** Goes on to a phase, durably. */
    Turn go(Phase phase) throws IOException {
        facts.phase = phase;
        save();
        records.phase(phase);
        return Turn.NOW;
    }

    void save() throws IOException {
        context.journal().save(facts);
    }

    void say(String line) {
        context.console().line(line);
    }

    /** What the page of the build is told. */
    StackSetRecords records() {
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

    StackSetClient client() {
        return context.client();
    }

    CallAs callAs() {
        return request.operations().callAs();
    }

    /** Reads all instances, anew unless an earlier reading was cut short. */
    List<Instance> readInstances() throws CloudException {
        if (list == null) {
            list = new InstanceList(client(), name, callAs());
        }
        instances = list.all();
        list = null;
        known = true;
        return instances;
    }

    /** The instances as they are after all that was done. */
    List<Instance> settledInstances() throws CloudException {
        return known ? instances : readInstances();
    }

    /** What is known of the instances does not hold any longer. */
    void forgetInstances() {
        known = false;
    }

    /** The instances that were read last, even if something has been done since. */
    List<Instance> instances() {
        return instances;
    }

    /** Whether nothing has been done since the instances were read. */
    boolean knowsInstances() {
        return known;
    }

    /** What to say when the stack set is gone while it is worked on. */
    CloudException gone() {
        return new CloudException(
                FaultKind.NOT_FOUND, "DescribeStackSet", "StackSetNotFoundException", Messages.Decide_gone(name), null);
    }

    Turn end(Outcome.Kind kind, String message, Map<String, Object> result) {
        boolean stopped = facts.stop() != null && kind == Outcome.Kind.SUCCESS;
        facts.end(new Outcome(stopped ? Outcome.Kind.ABORTED : kind, message, result));
        return Turn.OVER;
    }

    /** Says what went wrong, and ends. */
    Turn fail(String message) {
        say(message);
        return end(Outcome.Kind.FAILURE, message, result());
    }

    // Surprises

    /** CloudFormation refused a call because an operation is under way on the stack set. */
    Turn busy(CloudException refused) throws CloudException, IOException {
        return others.refused(refused);
    }

    /**
     * CloudFormation refused a call because the stack set is no longer what it was a moment ago: decides anew. Not at once,
     * since looks lag behind; a stack set that is busy is waited for without end.
     */
    Turn decideAnew(CloudException surprise) throws CloudException, IOException {
        boolean busy = surprise.kind() == FaultKind.BUSY;
        facts.surprises++;
        if (!busy && facts.surprises > MOST_SURPRISES) {
            facts.end(failed(surprise));
            return Turn.OVER;
        }
        if (facts.surprises <= MOST_SURPRISES) {
            say(Messages.Decide_surprise(name, surprise.describe()));
        }
        go(Phase.DECIDE);
        return Turn.after(busy ? pace.next(running()) : AFTER_A_SURPRISE.multipliedBy(facts.surprises));
    }

    // Watching

    private Turn watching() throws CloudException, IOException {
        PlannedOperation planned = facts.now();
        Optional<StackSetOperation> ended = watch(planned).look();
        if (ended.isEmpty()) {
            return watch(planned).again();
        }
        planned.status = ended.get().statusAsString();
        planned.reason = Text.oneLine(ended.get().statusReason());
        planned.reportedFailures = OperationWatch.failures(ended.get());
        return go(Phase.RESULTS);
    }

    private Turn results() throws CloudException, IOException {
        PlannedOperation planned = facts.now();
        Optional<Duration> again = watch(planned).readLast();
        if (again.isPresent()) {
            return Turn.after(again.get());
        }
        facts.surprises = 0;
        boolean tolerated = planned.succeeded() && request.operations().tolerateFailures();
        if (facts.stop() != null || !planned.succeeded() || (planned.hasFailures() && !tolerated)) {
            return go(Phase.SETTLE);
        }
        if (planned.hasFailures()) {
            say(Messages.Results_tolerated(Amounts.instances(Math.max(planned.failures, planned.reportedFailures))));
        }
        return next();
    }

    /** The watch of an operation; its results are kept while it is the same one. */
    OperationWatch watch(PlannedOperation planned) {
        if (watch == null || !watch.isOf(planned)) {
            watch = new OperationWatch(this, planned);
            pace.news();
        }
        return watch;
    }

    /** For how long the operation, or before it is accepted the work, has been going on. */
    Duration running() {
        PlannedOperation planned = facts.now();
        Instant since = planned != null && planned.acceptedAt != null ? planned.acceptedAt : facts.startedAt();
        return since == null ? Duration.ZERO : Duration.between(since, now());
    }

    /** For how long the whole work has been going on. */
    Duration sinceBegin() {
        return facts.startedAt() == null ? Duration.ZERO : Duration.between(facts.startedAt(), now());
    }

    // Ends

    /** What a script gets at any end. */
    Map<String, Object> result() {
        return StackSetResult.of(this);
    }

    String consoleUrl() {
        return ConsoleLink.to(group().region(), facts.stackSetId, facts.serviceManaged);
    }

    @Override
    public Outcome failed(CloudException failure) {
        String why = failure.describe();
        PlannedOperation planned = facts.now();
        String message;
        if (facts.submittedAt() == null) {
            message = notDone(why);
        } else if (planned != null && planned.acceptedAt != null && planned.status == null) {
            message = Messages.Failed_watching(name, planned.id, why);
        } else {
            message = Messages.Failed_partly(name, why);
        }
        context.console().line(message);
        StackSetAdvice.on(failure).ifPresent(advice -> context.console().line("  " + advice));
        return new Outcome(Outcome.Kind.FAILURE, message, result());
    }

    @Override
    public Outcome overdue() {
        if (facts.phase == Phase.SETTLE && isProvenByOperations() && conclusion.isGood()) {
            // CloudFormation is done, and well: that the instances could not be read in time does not undo it.
            String message = Messages.Overdue_settling(name);
            context.console().line(message);
            return new Outcome(Outcome.Kind.SUCCESS, message, result());
        }
        String message = Text.oneLine(tooLate(Durations.tell(sinceBegin())));
        context.console().line(message);
        return new Outcome(Outcome.Kind.FAILURE, message, result());
    }

    private String tooLate(String after) {
        PlannedOperation planned = facts.now();
        if (planned != null && planned.acceptedAt != null && planned.status == null) {
            String status = watch == null ? "" : watch.lastStatus();
            return Messages.Overdue_watching(name, planned.id, status.isEmpty() ? "RUNNING" : status, after);
        }
        if (facts.submittedAt() == null) {
            return facts.crowded > 0
                    ? notDone(Messages.Overdue_crowded(after))
                    : notDone(Messages.Overdue_notBegun(after));
        }
        return Messages.Overdue_partly(name, after);
    }
}
