package io.jenkins.plugins.stackdeploy.localcloud.stackset;

import io.jenkins.plugins.stackdeploy.localcloud.aws.MemberStacks;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Starts operations and carries their work over to the instances as time passes. Guarded by the cloud's lock. */
final class StackSetEngine {
    private final StackSetStore store;
    private final WorkPlanner planner;
    private final MemberStacks stacks;

    StackSetEngine(StackSetStore store, WorkPlanner planner, MemberStacks stacks) {
        this.store = store;
        this.planner = planner;
        this.stacks = stacks;
    }

    /** Starts an operation, or queues it behind those that it must not run beside, and saves the set. */
    void submit(StackSetRecord set, StackSetOperation operation, Instant now) {
        boolean conflict = set.active(now).anyMatch(operation::conflictsWith);
        set.add(operation);
        if (!conflict) {
            start(set, operation, now);
        }
        store.save(set);
    }

    void stop(StackSetRecord set, StackSetOperation operation, Instant now) {
        operation.stop(now, planner.pace());
        startWaiting(set, now);
        store.save(set);
    }

    /** Brings every set up to a moment. */
    void catchUp(Instant now) {
        for (StackSetRecord set : store.all()) {
            if (catchUp(set, now)) {
                store.save(set);
            }
        }
    }

    /** Settles what ends, and starts what has waited for it, one after the other; returns whether anything was started. */
    private boolean catchUp(StackSetRecord set, Instant now) {
        boolean started = false;
        while (true) {
            List<StackSetOperation> ending = set.operations().stream()
                    .filter(o -> o.unsettled() && !o.end().isAfter(now))
                    .sorted(Comparator.comparing(StackSetOperation::end))
                    .limit(1)
                    .toList();
            if (ending.isEmpty()) {
                set.operations().stream().filter(StackSetOperation::unsettled).forEach(o -> settle(set, o, now));
                return started;
            }
            Instant end = ending.get(0).end();
            settle(set, ending.get(0), end);
            started |= startWaiting(set, end);
        }
    }

    private boolean startWaiting(StackSetRecord set, Instant now) {
        boolean started = false;
        for (StackSetOperation waiting : set.operations()) {
            if (waiting.queued() && set.active(now).takeWhile(o -> o != waiting).noneMatch(waiting::conflictsWith)) {
                start(set, waiting, now);
                started = true;
            }
        }
        return started;
    }

    private void start(StackSetRecord set, StackSetOperation operation, Instant now) {
        OperationDraft draft = operation.draft();
        StackSetSettings next = draft.next();
        if (next != null) {
            if (next.changesStacksOf(set.settings())) {
                set.instances().forEach(StackInstance::outdated);
            }
            set.settings(next);
        }
        // What it has waited for may have deleted instances that it was about.
        List<Target> targets = draft.action() == OperationAction.CREATE
                ? draft.targets()
                : draft.targets().stream()
                        .filter(target -> set.instance(target).isPresent())
                        .toList();
        targets.forEach(target -> set.instanceOrNew(target).targetedBy(operation.id()));
        operation.start(planner.plan(set, draft, targets, now), now);
    }

    /** Carries over what has happened since the last time. */
    private void settle(StackSetRecord set, StackSetOperation operation, Instant now) {
        Instant since = operation.settledUntil();
        operation.targets().stream()
                .filter(plan -> plan.begunBy(now) && plan.start().isAfter(since))
                .sorted(Comparator.comparing(TargetPlan::start))
                .forEach(plan -> begin(set, operation, plan));
        operation.targets().stream()
                .filter(plan -> plan.end().isAfter(since) && !plan.end().isAfter(now))
                .forEach(plan -> finish(set, operation.draft().action(), plan));
        operation.settledUntil(now);
    }

    private void begin(StackSetRecord set, StackSetOperation operation, TargetPlan plan) {
        StackInstance instance = set.instance(plan.target()).orElseThrow();
        OperationDraft draft = operation.draft();
        MemberStacks.Action action = draft.action() == OperationAction.DELETE
                ? MemberStacks.Action.DELETE
                : instance.stackId() == null ? MemberStacks.Action.CREATE : MemberStacks.Action.UPDATE;
        if (draft.action() == OperationAction.CREATE || draft.action() == OperationAction.UPDATE) {
            Map<String, String> overrides = draft.overrides() == null
                    ? Map.copyOf(instance.overrides())
                    : draft.overrides().applyTo(instance.overrides());
            instance.begun(plan, overrides, set.settings().parameters().keySet());
        } else {
            instance.begun();
        }
        if (plan.stackId() != null) {
            stacks.begin(new MemberStacks.Work(
                    operation.id(),
                    plan.target().account(),
                    plan.target().region(),
                    plan.stackId(),
                    plan.stackId().split("/")[1],
                    action,
                    set.settings().templateBody(),
                    values(set, instance),
                    set.settings().tags(),
                    plan.start(),
                    plan.end(),
                    plan.failure()));
        }
    }

    private static void finish(StackSetRecord set, OperationAction action, TargetPlan plan) {
        if (action == OperationAction.DELETE && plan.outcome() == ResultStatus.SUCCEEDED) {
            set.remove(plan.target());
        } else {
            set.instance(plan.target()).orElseThrow().finished(action, plan);
        }
    }

    private static Map<String, String> values(StackSetRecord set, StackInstance instance) {
        Map<String, String> result = new TreeMap<>(set.settings().parameters());
        instance.overrides().forEach((name, value) -> result.replace(name, value));
        return result;
    }
}
