package io.jenkins.plugins.stackdeploy.localcloud.stack;

import io.jenkins.plugins.stackdeploy.localcloud.template.ResourceTarget;
import java.time.Instant;

/**
 * A change of status of a stack or of one of its resources at a known moment.
 *
 * @param at when it happens
 * @param eventId id of the event that reports it, or null if no event does
 * @param logicalId the resource, or null for the stack itself
 * @param resourceType the resource's type, or null for the stack itself
 * @param physicalId the resource's id in its product from now on, empty while it has none; null for the stack
 * @param status the new status
 * @param reason what is said about it
 * @param target what the resource is like from now on, or null if that does not change
 * @param removed whether the resource leaves the stack's list
 * @param outcome what else changes about the stack, or null for a resource
 */
public record Transition(
        Instant at,
        String eventId,
        String logicalId,
        String resourceType,
        String physicalId,
        String status,
        String reason,
        ResourceTarget target,
        boolean removed,
        StackOutcome outcome) {

    /** Returns whether it concerns the stack itself. */
    public boolean ofStack() {
        return logicalId == null;
    }

    boolean inProgress() {
        return status.endsWith("_IN_PROGRESS");
    }
}
