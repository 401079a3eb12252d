package io.jenkins.plugins.stackdeploy.localcloud.stack;

import io.jenkins.plugins.stackdeploy.localcloud.template.Blueprint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Computes the whole course of an operation and adds it to the stack, and to the stacks nested in it. */
public final class OperationPlan {
    /** Nominal seconds that a stack needs by itself after its last resource. */
    private static final double WRAP_UP = 1;
    /** Nominal seconds for which a failed stack is seen as failed before its rollback begins. */
    private static final double PAUSE = 3;

    private final Workbench bench;
    private final StackFamily family;
    private final StackRecord stack;
    private final Operation operation;
    private final Timeline timeline;
    private final String requestId;

    private OperationPlan(
            Workbench bench, StackFamily family, StackRecord stack, Operation operation, String requestId) {
        this.bench = bench;
        this.family = family;
        this.stack = stack;
        this.operation = operation;
        this.timeline = new Timeline(operation);
        this.requestId = requestId;
    }

    /**
     * Plans a create or an update.
     *
     * @param action CREATE, also to go on with a failed create, or UPDATE
     * @param target what the stack is to become
     * @param at when it begins
     * @return the operation, already added to the stack
     */
    public static Operation build(
            Workbench bench,
            StackFamily family,
            StackRecord stack,
            StackAction action,
            Revision target,
            Order order,
            Instant at) {
        StackState state = stack.at(at);
        Instant updateTime = action == StackAction.UPDATE ? nextUpdateTime(stack, state, at) : null;
        Operation operation = new Operation(action, order.requestId(), at, updateTime, target, order.disableRollback());
        Blueprint goal = target.blueprint(stack);
        stack.add(operation);
        new OperationPlan(bench, family, stack, operation, order.requestId()).build(goal, order, at);
        return operation;
    }

    /** Plans a delete; otherwise like {@link #build}. */
    public static Operation delete(Workbench bench, StackFamily family, StackRecord stack, Order order, Instant at) {
        Operation operation = new Operation(StackAction.DELETE, order.requestId(), at, null, null, true);
        stack.add(operation);
        new OperationPlan(bench, family, stack, operation, order.requestId()).delete(order, at);
        return operation;
    }

    /**
     * Ends the running operation of a stack early.
     *
     * @param safe whether resources that are being worked on are finished first
     * @param rollBack whether what was done is undone, unless the operation was submitted with DisableRollback
     * @param at when
     */
    public static void cancel(
            Workbench bench,
            StackFamily family,
            StackRecord stack,
            boolean safe,
            boolean rollBack,
            String requestId,
            Instant at) {
        Operation operation = stack.lastOperation();
        String status = stack.at(at).status();
        Instant end = new Interruption(family, safe).interrupt(stack, at);
        OperationPlan plan = new OperationPlan(bench, family, stack, operation, requestId);
        String failed = status.replace("_IN_PROGRESS", "_FAILED");
        Failure failure = new Failure("", "OperationCancelled", "", "", operation.action() + " aborted", requestId);
        plan.timeline.stack(
                end, failed, operation.action() + " aborted (user triggered cancel)", StackOutcome.failed(failure));
        if (rollBack && !operation.disableRollback()) {
            plan.rollBack(end, failure.message());
        }
    }

    private void build(Blueprint goal, Order order, Instant at) {
        StackAction action = operation.action();
        timeline.stack(at, action.inProgress(), "Stack " + action + " started", StackOutcome.NONE);
        List<Change> changes = StackDiff.between(stack.at(at).resources(), goal, order.recreated());
        changes.stream()
                .filter(change -> change.action() == Change.Action.ADD)
                .forEach(change -> timeline.planned(at, change.goal()));
        stack.at(at).resources().values().stream()
                .filter(state -> state.neverMade() && !goal.resources().containsKey(state.logicalId()))
                .forEach(state -> timeline.forgotten(at, state));
        Instant deadline = order.rollingBack()
                ? Instant.MAX
                : bench.pace().after(at, stack.settings().timeoutInMinutes() * 60.0);
        PhaseResult result = reach(changes, goal, order.rollingBack(), at, deadline);
        if (result.succeeded()) {
            succeed(changes, goal, bench.pace().after(result.end(), WRAP_UP));
        } else {
            fail(result);
        }
    }

    private void succeed(List<Change> changes, Blueprint goal, Instant end) {
        for (Change change : changes) {
            if (change.action() == Change.Action.NONE
                    && !change.goal().equals(change.current().target())) {
                timeline.described(end, change.current(), change.goal());
            }
        }
        LiveResources live = new LiveResources(stack.at(end).resources(), family, end);
        timeline.stack(
                end,
                operation.action().complete(),
                "Stack " + operation.action() + " completed successfully",
                StackOutcome.success(goal.outputs(live)));
        if (stack.settings().createOption().equals("AbandonStackOnCreationComplete")
                && operation.action() == StackAction.CREATE) {
            timeline.abandon(
                    bench.pace().after(end, WRAP_UP), operation.action().complete());
        }
    }

    private void fail(PhaseResult result) {
        StackAction action = operation.action();
        String word = action.name().charAt(0) + action.name().substring(1).toLowerCase(Locale.ROOT);
        String reason = result.timedOut()
                ? word + " timed out"
                : "Resource " + action + " failed: " + result.failure().message();
        timeline.stack(result.end(), action.failed(), reason, StackOutcome.failed(result.failure()));
        if (!operation.disableRollback()) {
            rollBack(result.end(), reason);
        }
    }

    private void rollBack(Instant failedAt, String rootReason) {
        Instant start = bench.pace().after(failedAt, PAUSE);
        String prefix = operation.action().rollback();
        timeline.stack(start, prefix + "_IN_PROGRESS", "Stack ROLLBACK started", StackOutcome.NONE);
        PhaseResult result = operation.action() == StackAction.CREATE
                ? deleteAll(existing(start), false, true, start)
                : restore(start);
        if (!result.succeeded()) {
            timeline.stack(
                    result.end(),
                    prefix + "_FAILED",
                    "Resource ROLLBACK failed: " + result.failure().message(),
                    new StackOutcome(null, result.failure(), rootReason, false));
            return;
        }
        Instant end = bench.pace().after(result.end(), WRAP_UP);
        timeline.stack(end, prefix + "_COMPLETE", "Stack ROLLBACK completed successfully", StackOutcome.NONE);
        if (stack.settings().createOption().equals("AbandonStackOnCreationRollbackComplete")) {
            timeline.abandon(bench.pace().after(end, WRAP_UP), prefix + "_COMPLETE");
        }
    }

    private PhaseResult restore(Instant start) {
        // Between two operations a stack rests, so this is what it was meant to be before the failed one.
        Revision previous = stack.at(operation.submittedAt().minusNanos(1)).revision();
        Blueprint before = previous.blueprint(stack);
        List<Change> changes = StackDiff.between(stack.at(start).resources(), before, Set.of());
        return reach(changes, operation.target().blueprint(stack), true, start, Instant.MAX);
    }

    private PhaseResult reach(
            List<Change> changes, Blueprint goal, boolean rollingBack, Instant start, Instant deadline) {
        PhaseResult built = phase(Step.building(changes), goal, rollingBack).run(start, deadline);
        List<ResourceState> removed = changes.stream()
                .filter(change -> change.action() == Change.Action.REMOVE)
                .map(Change::current)
                .toList();
        if (!built.succeeded() || removed.isEmpty()) {
            return built;
        }
        return phase(Step.deleting(letGo(removed, Set.of(), true, built.end()), true), null, rollingBack)
                .run(built.end(), deadline);
    }

    private void delete(Order order, Instant at) {
        timeline.stack(at, "DELETE_IN_PROGRESS", "Stack DELETE started", StackOutcome.NONE);
        List<ResourceState> existing = existing(at);
        Set<String> retained = order.retained();
        if (order.retainAll()) {
            retained = stack.at(at).resources().keySet();
        }
        List<ResourceState> doomed = letGo(existing, retained, false, at);
        PhaseResult result = deleteAll(doomed, false, order.rollingBack(), at);
        if (result.succeeded()) {
            timeline.stack(
                    bench.pace().after(result.end(), WRAP_UP),
                    "DELETE_COMPLETE",
                    "Stack DELETE completed successfully",
                    StackOutcome.NONE);
        } else {
            timeline.stack(
                    result.end(),
                    "DELETE_FAILED",
                    "Resource DELETE failed: " + result.failure().message(),
                    StackOutcome.failed(result.failure()));
        }
    }

    /** Takes out what is kept, by order or by its DeletionPolicy, and notes that. */
    private List<ResourceState> letGo(
            List<ResourceState> resources, Set<String> retained, boolean forgotten, Instant at) {
        List<ResourceState> doomed = new ArrayList<>();
        for (ResourceState resource : resources) {
            if (retained.contains(resource.logicalId()) || resource.target().retained()) {
                timeline.retained(at, resource, forgotten);
            } else {
                doomed.add(resource);
            }
        }
        return doomed;
    }

    private PhaseResult deleteAll(
            List<ResourceState> resources, boolean forgotten, boolean rollingBack, Instant start) {
        return phase(Step.deleting(resources, forgotten), null, rollingBack).run(start, Instant.MAX);
    }

    private List<ResourceState> existing(Instant at) {
        return stack.at(at).resources().values().stream()
                .filter(ResourceState::exists)
                .toList();
    }

    private Phase phase(List<Step> steps, Blueprint goal, boolean rollingBack) {
        NestedStacks nested = new NestedStacks(bench, family, stack, requestId);
        StepRunner runner = new StepRunner(bench, stack, nested, goal, rollingBack, requestId);
        return new Phase(timeline, runner, stack.settings().parallelism(), steps);
    }

    /**
     * In the real cloud no update follows another within a second, so that UpdateTime, in whole seconds, tells them
     * apart. With scaled time one might: then UpdateTime runs ahead of the clock.
     */
    private static Instant nextUpdateTime(StackRecord stack, StackState state, Instant at) {
        Instant previous = state.updatedAt() == null ? stack.createdAt() : state.updatedAt();
        return at.getEpochSecond() > previous.getEpochSecond() ? at : previous.plusSeconds(1);
    }
}
