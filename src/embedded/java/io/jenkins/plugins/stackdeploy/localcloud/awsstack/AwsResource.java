package io.jenkins.plugins.stackdeploy.localcloud.awsstack;

import io.jenkins.plugins.stackdeploy.localcloud.template.ResourceTarget;
import java.time.Instant;

/**
 * A resource at some moment.
 *
 * @param logicalId its name in the template
 * @param type its type
 * @param physicalId its id, empty while it has none
 * @param status one of the documented resource statuses
 * @param reason what is said about the status, or null
 * @param at when the status last changed
 * @param target what it is like; null before it was finished once
 */
public record AwsResource(
        String logicalId,
        String type,
        String physicalId,
        String status,
        String reason,
        Instant at,
        ResourceTarget target) {

    /** Returns whether there is anything to change or to delete. */
    public boolean exists() {
        return !physicalId.isEmpty() && !status.equals("DELETE_COMPLETE") && !status.equals("DELETE_SKIPPED");
    }

    boolean failed() {
        return status.endsWith("_FAILED");
    }

    boolean inProgress() {
        return status.endsWith("_IN_PROGRESS");
    }
}
