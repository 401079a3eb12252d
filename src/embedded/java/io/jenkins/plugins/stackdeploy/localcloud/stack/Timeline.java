package io.jenkins.plugins.stackdeploy.localcloud.stack;

import io.jenkins.plugins.stackdeploy.localcloud.template.ResourceTarget;
import java.time.Instant;

/** Writes the transitions of one operation, in order of time. */
final class Timeline {
    private final Operation operation;

    Timeline(Operation operation) {
        this.operation = operation;
    }

    void stack(Instant at, String status, String reason, StackOutcome outcome) {
        operation.add(new Transition(at, Ids.uuid(), null, null, null, status, reason, null, false, outcome));
    }

    /** Makes the record of the stack disappear without an event. */
    void abandon(Instant at, String status) {
        operation.add(new Transition(at, null, null, null, null, status, "", null, false, StackOutcome.ABANDONED));
    }

    /** Announces a resource that nothing has been done to yet. */
    void planned(Instant at, ResourceTarget target) {
        resource(at, null, target.logicalId(), target.type(), "", "INIT_COMPLETE", "", target, false);
    }

    /** Notes what a resource's template says now although nothing is done to it. */
    void described(Instant at, ResourceState state, ResourceTarget target) {
        resource(
                at,
                null,
                state.logicalId(),
                state.type(),
                state.physicalId(),
                state.status(),
                state.reason(),
                target,
                false);
    }

    /** Takes a resource that was never made off the list. */
    void forgotten(Instant at, ResourceState state) {
        resource(at, null, state.logicalId(), state.type(), "", "DELETE_COMPLETE", "", null, true);
    }

    void started(Instant at, Run run) {
        Step step = run.step();
        ResourceTarget target = step.kind() == StepKind.CREATE ? step.goal() : null;
        event(at, step, run.visibleId(), step.kind().inProgress(), "state changed", target, false);
    }

    void finished(Run run) {
        Step step = run.step();
        event(
                run.end(),
                step,
                run.physicalId(),
                step.kind().complete(),
                "state changed",
                step.goal(),
                step.forgotten());
    }

    void failed(Run run) {
        event(
                run.end(),
                run.step(),
                run.physicalId(),
                run.step().kind().failed(),
                run.failure().message(),
                null,
                false);
    }

    void aborted(Instant at, Run run) {
        event(
                at,
                run.step(),
                run.visibleId(),
                run.step().kind().failed(),
                run.step().kind() + " aborted",
                null,
                false);
    }

    /** Lets a resource go without touching it. */
    void retained(Instant at, ResourceState state, boolean forgotten) {
        resource(
                at,
                Ids.uuid(),
                state.logicalId(),
                state.type(),
                state.physicalId(),
                "DELETE_COMPLETE",
                "The resource is retained",
                null,
                forgotten);
    }

    private void event(
            Instant at,
            Step step,
            String physicalId,
            String status,
            String reason,
            ResourceTarget target,
            boolean removed) {
        resource(at, Ids.uuid(), step.logicalId(), step.type(), physicalId, status, reason, target, removed);
    }

    private void resource(
            Instant at,
            String eventId,
            String logicalId,
            String type,
            String physicalId,
            String status,
            String reason,
            ResourceTarget target,
            boolean removed) {
        operation.add(new Transition(at, eventId, logicalId, type, physicalId, status, reason, target, removed, null));
    }
}
