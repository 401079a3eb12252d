package io.jenkins.plugins.stackdeploy.localcloud.stackset;

import io.jenkins.plugins.stackdeploy.localcloud.stack.Pace;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An operation on a stack set: what it is to do and, from its start on, its plan. Guarded by the cloud's lock. */
final class StackSetOperation {
    private final String id;
    private final String digest;
    private final OperationDraft draft;
    private final Instant createdAt;
    private OperationPlan plan;
    private Instant stoppedAt;
    private Instant settledUntil;

    /**
     * @param digest hash of the request, to recognise a repeated one
     */
    StackSetOperation(String id, String digest, OperationDraft draft, Instant createdAt) {
        this.id = id;
        this.digest = digest;
        this.draft = draft;
        this.createdAt = createdAt;
    }

    /** For Jackson, which then fills the fields. */
    private StackSetOperation() {
        this(null, null, null, null);
    }

    String id() {
        return id;
    }

    String digest() {
        return digest;
    }

    OperationDraft draft() {
        return draft;
    }

    Instant createdAt() {
        return createdAt;
    }

    /** Returns what happens to its targets; nothing as long as it is queued. */
    List<TargetPlan> targets() {
        return plan == null ? List.of() : plan.targets();
    }

    /** Returns when it is over, or null as long as it is queued. */
    Instant end() {
        return plan == null ? stoppedAt : plan.end();
    }

    boolean queued() {
        return plan == null && stoppedAt == null;
    }

    /** Returns whether it is queued or goes on. */
    boolean active(Instant now) {
        return queued() || end().isAfter(now);
    }

    OperationStatus status(Instant now) {
        if (queued()) {
            return OperationStatus.QUEUED;
        }
        if (active(now)) {
            return stoppedAt == null ? OperationStatus.RUNNING : OperationStatus.STOPPING;
        }
        if (stoppedAt != null) {
            return OperationStatus.STOPPED;
        }
        return plan.failed() ? OperationStatus.FAILED : OperationStatus.SUCCEEDED;
    }

    long failed(Instant now) {
        return targets().stream()
                .filter(target -> target.at(now) == ResultStatus.FAILED)
                .count();
    }

    /** Returns whether the two must not run at the same time. */
    boolean conflictsWith(StackSetOperation other) {
        if (draft.next() != null || other.draft.next() != null) {
            return true;
        }
        Set<Target> mine = new HashSet<>(draft.targets());
        return other.draft.targets().stream().anyMatch(mine::contains);
    }

    void start(OperationPlan newPlan, Instant at) {
        plan = newPlan;
        settledUntil = at;
    }

    void stop(Instant at, Pace pace) {
        stoppedAt = at;
        if (plan != null) {
            plan = plan.stoppedAt(at, pace, "Cancelled since the operation was stopped");
        }
    }

    /** Returns until when its work on instances has been carried over to them. */
    Instant settledUntil() {
        return settledUntil;
    }

    void settledUntil(Instant moment) {
        settledUntil = moment;
    }

    /** Returns whether some of its work has not been carried over yet. */
    boolean unsettled() {
        return plan != null && settledUntil.isBefore(plan.end());
    }
}
