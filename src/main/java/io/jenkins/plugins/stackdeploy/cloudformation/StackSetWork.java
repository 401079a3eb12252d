package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.cloudformation.StackSetFacts.Phase;
import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.Deployment;
import io.jenkins.plugins.stackdeploy.engine.Entry;
import io.jenkins.plugins.stackdeploy.engine.FailureSummary;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import software.amazon.awssdk.services.cloudformation.model.StackSet;

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
    final Inventory inventory;
    final Deciding deciding;
    final Watching watching;
    final Others others;
    private final SetLooker looker;
    private final Submitting submitting;
    private final StackSetStopping stopping;
    private final Conclusion conclusion;
    private final Ending ending;
    private final StackSetRecords records;
    private volatile String standing;

    StackSetWork(StackSetContext context, StackSetFacts facts, StackSetRequest request) {
        this.context = context;
        this.facts = facts;
        this.request = request;
        this.name = request.stackSetName();
        this.submission = new Submission(context.client(), name, request.operations());
        this.inventory =
                new Inventory(context.client(), name, request.operations().callAs());
        this.looker = new SetLooker(context.client(), name, callAs());
        this.others = new Others(this);
        this.deciding = new Deciding(this);
        this.submitting = new Submitting(this);
        this.watching = new Watching(this);
        this.stopping = new StackSetStopping(this);
        this.conclusion = new Conclusion(this);
        this.ending = new Ending(this, conclusion);
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

    /** Whether what is decided must rest on a stack set on which nothing is under way, though operations could queue. */
    boolean needsQuiet() {
        return false;
    }

    /** A stack set is there: whether that already rules out what was asked for, before anything is waited for. */
    Optional<Turn> ruledOut(StackSet found) throws CloudException {
        return Optional.empty();
    }

    /** The next call is about to be sent: whether it must not be. */
    Optional<Turn> beforeSending(PlannedOperation next) throws CloudException {
        return Optional.empty();
    }

    /** How the page of the build calls it. */
    Entry.Target recordedAs() {
        return Entry.Target.STACK_SET;
    }

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
        boolean shares =
                switch (facts.phase) {
                    case WATCH -> watching.isListed();
                    case OTHERS -> others.isListed();
                    case DECIDE, SUBMIT, RESULTS, SETTLE -> false;
                };
        return shares ? Optional.of(looker.id()) : Optional.empty();
    }

    @Override
    public boolean sharesCalls() {
        return false;
    }

    @Override
    public Looker looker() {
        return looker;
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
            return advance((SetLook) look);
        } catch (OverBudgetException later) {
            waits = true;
            throw later;
        } finally {
            if (!waits) {
                step.forget();
            }
        }
    }

    private Turn advance(SetLook look) throws CloudException, IOException {
        if (facts.stop() != null) {
            Optional<Turn> stopped = stopping.turn();
            if (stopped.isPresent()) {
                return stopped.get();
            }
        }
        return switch (facts.phase) {
            case DECIDE -> deciding.turn();
            case OTHERS -> others.turn(look);
            case SUBMIT -> submitting.turn();
            case WATCH -> watching.turn(look);
            case RESULTS -> watching.results();
            case SETTLE -> conclusion.turn();
        };
    }

    /** Begins with a plan. */
    Turn begin(CallPlan plan, StackSetFacts.Action action) throws IOException {
        boolean changedBefore = facts.submittedAt() != null;
        if (!changedBefore || facts.action == null) {
            facts.action = action;
        }
        facts.plan(plan.operations());
        if (!facts.plan.isEmpty()) {
            inventory.forget();
        }
        watching.forget();
        return go(facts.plan.isEmpty() ? Phase.SETTLE : Phase.SUBMIT);
    }

    /** Goes on after a plan that was not enough. */
    Turn append(CallPlan plan) throws IOException {
        facts.plan.addAll(plan.operations());
        watching.forget();
        return go(Phase.SUBMIT);
    }

    /** The call that is under way is done. */
    Turn next() throws IOException {
        facts.current++;
        watching.forget();
        return go(facts.now() == null ? Phase.SETTLE : Phase.SUBMIT);
    }

    /** Goes on to a phase, durably. */
    Turn go(Phase phase) throws IOException {
        inventory.dropHalfRead();
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
        return ending.failed(failure);
    }

    @Override
    public Outcome overdue() {
        return ending.overdue();
    }
}
