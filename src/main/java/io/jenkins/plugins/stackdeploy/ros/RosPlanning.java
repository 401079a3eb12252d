package io.jenkins.plugins.stackdeploy.ros;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.Durations;
import io.jenkins.plugins.stackdeploy.engine.Entry;
import io.jenkins.plugins.stackdeploy.engine.Look;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.engine.SecretValues;
import io.jenkins.plugins.stackdeploy.engine.Text;
import io.jenkins.plugins.stackdeploy.engine.Turn;
import io.jenkins.plugins.stackdeploy.plan.EstimatedCost;
import io.jenkins.plugins.stackdeploy.plan.Plan;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Plans a deployment: has ROS make a change set, reads it and leaves it for {@link RosPlanExecution}.
 *
 * <pre>
 *   RECONCILE --> OTHERS --> RECONCILE              somebody else's operation runs
 *       |------> CLEARING --> RECONCILE             an expired plan of an earlier build is in the way
 *       '------> SUBMIT --> WATCH --> SETTLE        the plan
 *                             '----------'--> CLEARING    nothing to do, refused, stopped: the change set is removed,
 *                                                         and the empty stack that it was made with
 * </pre>
 *
 * The token is saved before the request is sent, and is the change set's name, by which it is found again.
 */
public final class RosPlanning extends RosWork {
    /** How often the stack may move while the plan is made before that is an error. */
    private static final int MOST_MOVES = 5;

    private final RosPlanRequest request;
    private final RosSubmission submission;
    private final RosChangeSets changeSets;
    private final Leftovers leftovers;
    private final PlanClearing clearing;

    /**
     * A planning, new or interrupted.
     *
     * @param context what to work with
     * @param operation its facts, empty for a new one
     * @param request what is asked for
     * @param secrets the values of secret parameters
     */
    public RosPlanning(RosContext context, RosOperation operation, RosPlanRequest request, SecretValues secrets) {
        super(context, operation, request.deploy().stackName());
        this.request = request;
        this.submission = new RosSubmission(request.deploy(), secrets);
        this.changeSets = new RosChangeSets(context.client());
        this.leftovers = new Leftovers(changeSets);
        this.clearing = new PlanClearing(this);
    }

    @Override
    boolean waitsForOthers() {
        return request.deploy().waitForOthers();
    }

    @Override
    Optional<Entry.Target> recordedAs() {
        return Optional.of(Entry.Target.ROS_PLAN);
    }

    @Override
    public Optional<String> sharedLook() {
        return operation.phase == RosOperation.Phase.OTHERS ? super.sharedLook() : Optional.empty();
    }

    @Override
    Turn reconcile() throws CloudException, IOException {
        Optional<RosStack> live = client().find(stackName);
        if (live.isEmpty()) {
            say(Messages.Plan_create(stackName, group().region()));
            return decide(RosOperation.Action.CREATE, null);
        }
        RosStack stack = live.get();
        if (RosStatus.isMoving(stack.status())) {
            return others.meet(stack);
        }
        boolean shell = stack.phase() == RosStatus.Phase.EMPTY;
        Optional<String> expired = leftovers.expired(stack.id(), now());
        if (expired.isPresent() || (shell && leftovers.isForsaken(stack.id()))) {
            say(Messages.Plan_leftover(stackName));
            operation.action = shell ? RosOperation.Action.CREATE : RosOperation.Action.UPDATE;
            operation.stackId = stack.id();
            operation.changeSetId = expired.orElse("");
            return go(RosOperation.Phase.CLEARING);
        }
        if (shell || LeftBehind.of(stack) == LeftBehind.ONLY_RECREATE) {
            return refuse(stack, shell);
        }
        say(Messages.Plan_update(stackName, group().region(), stack.status()));
        return decide(RosOperation.Action.UPDATE, stack);
    }

    private Turn decide(RosOperation.Action action, RosStack stack) throws IOException {
        operation.action = action;
        operation.changeSetId = null;
        return submitting.begin(stack);
    }

    private Turn refuse(RosStack stack, boolean shell) {
        operation.stackId = stack.id();
        return fail(
                shell
                        ? Messages.Plan_otherPlan(stackName, stack.status())
                        : Messages.Plan_onlyRecreate(stackName, stack.status()));
    }

    /** Whether the plan is one for a stack that does not exist yet. */
    boolean creates() {
        return operation.action == RosOperation.Action.CREATE;
    }

    // Submitting

    @Override
    Turn submit() throws CloudException, IOException {
        return submitting.turn(this::send, this::notMade);
    }

    private Turn send() throws CloudException, IOException {
        String description = Leftovers.description(expiresForCertain());
        RosSubmission.Call call = creates()
                ? submission.changeSetThatCreates(operation.token(), description, operation.notificationUrl)
                : submission.changeSet(operation.stackId, operation.token(), description);
        JsonNode answer = call.send(client());
        return made(
                RosClient.text(answer, call.action(), "ChangeSetId"), RosClient.text(answer, call.action(), "StackId"));
    }

    /** Not before the plan does, whose time begins when it is made; and the same whenever the request is sent again. */
    private Instant expiresForCertain() {
        return operation.deadline().plus(Duration.ofMinutes(request.expiresInMinutes()));
    }

    private Turn made(String changeSetId, String stackId) throws IOException {
        operation.changeSetId = changeSetId;
        operation.stackId = stackId;
        pace.news();
        return go(RosOperation.Phase.WATCH);
    }

    private Turn notMade(CloudException failed, boolean again) throws CloudException, IOException {
        return switch (failed.kind()) {
            case NO_CHANGE -> go(RosOperation.Phase.SETTLE);
            case EXISTS, BUSY, TOKEN_MISMATCH, NOT_FOUND -> submitting.unexpected(failed, again, this::earlier);
            default -> throw failed;
        };
    }

    private Optional<Turn> earlier() throws CloudException, IOException {
        Optional<RosChangeSet> ours = ours();
        return ours.isPresent() ? Optional.of(made(ours.get().id(), ours.get().stackId())) : Optional.empty();
    }

    /** The change set that an earlier attempt with our token made. */
    private Optional<RosChangeSet> ours() throws CloudException {
        String stackId = creates() ? client().find(stackName).map(RosStack::id).orElse(null) : operation.stackId;
        return stackId == null ? Optional.empty() : changeSets.named(stackId, operation.token());
    }

    // Watching

    @Override
    Turn watching(Look look) throws CloudException, IOException {
        Optional<RosChangeSet> found = changeSets.get(operation.changeSetId, false);
        if (found.isEmpty()) {
            return clearing.begin(failure(Messages.Plan_gone(stackName)));
        }
        RosChangeSet changeSet = found.get();
        if (changeSet.isBeingMade()) {
            stand(Messages.Standing_planning(stackName));
            return Turn.after(pace.next(running()));
        }
        if (changeSet.isAvailable() || changeSet.failedForNothing()) {
            return go(RosOperation.Phase.SETTLE);
        }
        if (changeSet.isExecuted()) {
            return end(Outcome.Kind.FAILURE, Messages.Plan_executedByOther(stackName), facts());
        }
        if (changeSet.executionStatus().equals("OBSOLETE")) {
            return planAnew();
        }
        String reason = changeSet.statusReason().isEmpty() ? changeSet.status() : changeSet.statusReason();
        return clearing.begin(failure(notDone(Text.oneLine(reason))));
    }

    /** The stack has moved since the plan was begun: what ROS has computed may be wrong by now. */
    private Turn planAnew() throws IOException {
        operation.surprises++;
        if (operation.surprises > MOST_MOVES) {
            return clearing.begin(failure(Messages.Plan_restless(stackName)));
        }
        say(Messages.Plan_anew(stackName));
        return clearing.begin(null);
    }

    // The plan

    @Override
    Turn settle() throws CloudException, IOException {
        RosChangeSet changeSet = null;
        if (operation.changeSetId != null) {
            boolean template = request.deploy().template().body() == null;
            changeSet = changeSets.get(operation.changeSetId, template).orElse(null);
            if (changeSet == null) {
                return clearing.begin(failure(Messages.Plan_gone(stackName)));
            }
        }
        LiveStack live = null;
        if (!creates()) {
            live = LiveStack.read(client(), operation.stackId).orElse(null);
            if (live == null || !operation.isAsBefore(live.stack())) {
                return planAnew();
            }
        }
        boolean nothing = changeSet == null || changeSet.failedForNothing();
        EstimatedCost cost = request.estimateCost()
                ? CostEstimate.of(client(), submission.cost(creates() ? null : operation.stackId))
                : null;
        return conclude(
                new PlanComposition(request, nothing ? null : changeSet, live).plan(operation, group(), cost, now()));
    }

    private Turn conclude(Plan plan) throws IOException {
        context.console().lines(plan.asText().lines().toList());
        Optional<String> refused = PlanVerdict.on(plan, request.replacements(), request.deletions(), this::say);
        if (refused.isPresent()) {
            return clearing.begin(failure(refused.get()));
        }
        if (plan.hasChanges() && Boolean.TRUE.equals(request.deploy().disableRollback()) && !creates()) {
            say(Messages.Plan_rollbackStays());
        }
        Map<String, Object> facts = facts();
        facts.putAll(plan.toMap());
        if (plan.stackId() == null) {
            facts.remove("consoleUrl");
        }
        String message = Messages.Plan_made(stackName, plan.digest());
        return plan.hasChanges()
                ? end(Outcome.Kind.SUCCESS, message, facts)
                : clearing.begin(new Outcome(Outcome.Kind.SUCCESS, message, facts));
    }

    // Removing

    private Outcome failure(String message) {
        say(message);
        return new Outcome(Outcome.Kind.FAILURE, message, facts());
    }

    @Override
    Turn clearing(Look look) throws CloudException, IOException {
        return clearing.turn();
    }

    @Override
    Optional<Turn> stopped() throws IOException {
        Outcome stopped = new Outcome(Outcome.Kind.ABORTED, Messages.Plan_stopped(stackName), facts());
        return switch (operation.phase) {
            case RECONCILE, OTHERS -> Optional.of(end(stopped.kind(), stopped.message(), stopped.facts()));
            case SUBMIT ->
                // Whether ROS has made it is not known: asking again will tell.
                operation.sent()
                        ? Optional.empty()
                        : Optional.of(end(stopped.kind(), stopped.message(), stopped.facts()));
            case WATCH, SETTLE -> Optional.of(clearing.begin(stopped));
            case CLEARING -> {
                if (operation.afterwards == null) {
                    operation.afterwards = stopped;
                }
                yield Optional.empty();
            }
        };
    }

    // Ends

    @Override
    String notDone(String why) {
        return Messages.Failed_notPlanned(stackName, why);
    }

    @Override
    public Outcome overdue() {
        String message = notDone(Messages.Overdue_planning(Durations.tell(running())));
        context.console().line(message);
        return new Outcome(Outcome.Kind.FAILURE, message, facts());
    }

    @Override
    Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>(super.facts());
        facts.put("changed", false);
        return facts;
    }
}
