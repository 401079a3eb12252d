package io.jenkins.plugins.stackdeploy.localcloud.stack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.jenkins.plugins.stackdeploy.localcloud.template.ResourceTarget;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Computes what a stack looks like at some moment from the transitions that have happened until then. */
final class StackFold {
    private String status = "REVIEW_IN_PROGRESS";
    private String reason = "";
    private Instant updatedAt;
    private Revision revision;
    private Revision previous;
    private ArrayNode outputs = Json.array();
    private Failure failure;
    private String rollbackFailedRootReason;
    private boolean abandoned;
    private final Map<String, ResourceState> resources = new LinkedHashMap<>();

    private StackFold() {}

    static StackState at(StackRecord stack, Instant now) {
        StackFold fold = new StackFold();
        for (Operation operation : stack.operations()) {
            if (!operation.submittedAt().isAfter(now)) {
                fold.begin(operation);
                for (Transition transition : operation.timeline()) {
                    if (transition.at().isAfter(now)) {
                        break;
                    }
                    fold.apply(operation, transition);
                }
            }
        }
        return fold.result();
    }

    private void begin(Operation operation) {
        previous = revision;
        revision = operation.target() == null ? revision : operation.target();
        failure = null;
        rollbackFailedRootReason = null;
        if (operation.updateTime() != null) {
            updatedAt = operation.updateTime();
        }
    }

    private void apply(Operation operation, Transition transition) {
        if (transition.ofStack()) {
            applyToStack(operation, transition);
        } else if (transition.removed()) {
            resources.remove(transition.logicalId());
        } else {
            applyToResource(transition);
        }
    }

    private void applyToStack(Operation operation, Transition transition) {
        status = transition.status();
        reason = transition.reason();
        if (operation.action() == StackAction.CREATE && !transition.inProgress()) {
            updatedAt = transition.at();
        }
        if (status.equals("ROLLBACK_IN_PROGRESS")) {
            revision = previous;
        }
        StackOutcome outcome = transition.outcome();
        outputs = outcome.outputs() == null ? outputs : outcome.outputs();
        failure = outcome.failure() == null ? failure : outcome.failure();
        rollbackFailedRootReason = outcome.rollbackFailedRootReason();
        abandoned |= outcome.abandoned();
    }

    private void applyToResource(Transition transition) {
        ResourceState old = resources.get(transition.logicalId());
        ResourceTarget target = transition.target() != null ? transition.target() : old == null ? null : old.target();
        resources.put(
                transition.logicalId(),
                new ResourceState(
                        transition.logicalId(),
                        transition.resourceType(),
                        transition.physicalId(),
                        transition.status(),
                        transition.reason(),
                        old == null ? transition.at() : old.createdAt(),
                        transition.eventId() == null && old != null ? old.updatedAt() : transition.at(),
                        target));
    }

    private StackState result() {
        return new StackState(
                status,
                reason,
                updatedAt,
                revision,
                outputs,
                failure,
                rollbackFailedRootReason,
                abandoned,
                Collections.unmodifiableMap(resources));
    }
}
