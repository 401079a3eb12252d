package io.jenkins.plugins.stackdeploy.localcloud.stack;

import io.jenkins.plugins.stackdeploy.localcloud.template.ResourceTarget;
import io.jenkins.plugins.stackdeploy.localcloud.template.ResourceType;
import java.time.Instant;

/**
 * A resource at some moment.
 *
 * @param logicalId its name in the template
 * @param type its type
 * @param physicalId its id in its product, empty while it has none
 * @param status one of the documented resource statuses, such as CREATE_COMPLETE
 * @param reason what is said about the status
 * @param createdAt when it was first heard of
 * @param updatedAt when its status last changed
 * @param target what it is like; null only before anything was done to it
 */
public record ResourceState(
        String logicalId,
        String type,
        String physicalId,
        String status,
        String reason,
        Instant createdAt,
        Instant updatedAt,
        ResourceTarget target) {

    /** Returns whether it is there, possibly broken. */
    public boolean exists() {
        return !status.equals("INIT_COMPLETE") && !status.equals("DELETE_COMPLETE");
    }

    /** Returns whether it is only a plan, or failed before there was anything. */
    boolean neverMade() {
        return physicalId.isEmpty() && !inProgress();
    }

    /** Returns whether something was left unfinished, so that it needs work even if its template did not change. */
    boolean broken() {
        return status.endsWith("_FAILED");
    }

    boolean inProgress() {
        return status.endsWith("_IN_PROGRESS");
    }

    /** Returns whether it is a stack of its own. */
    public boolean nestedStack() {
        return type.equals(ResourceType.STACK);
    }
}
