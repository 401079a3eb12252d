package io.jenkins.plugins.stackdeploy.localcloud.awsstack;

import io.jenkins.plugins.stackdeploy.localcloud.template.ResourceTarget;
import java.time.Instant;

/**
 * A change of status of a stack or of one of its resources, as DescribeStackEvents shows it.
 *
 * @param at when it happens
 * @param eventId unique among all events
 * @param logicalId the resource, or the stack's name for the stack itself
 * @param physicalId the resource's id, empty while it has none; the stack's id for the stack itself
 * @param type the resource's type
 * @param status the new status
 * @param reason what is said about it, or null
 * @param target what the resource is like from now on, or null if that does not change
 */
public record AwsEvent(
        Instant at,
        String eventId,
        String logicalId,
        String physicalId,
        String type,
        String status,
        String reason,
        ResourceTarget target) {
    /** The type of the stack itself. */
    public static final String STACK = "AWS::CloudFormation::Stack";

    /** Returns whether the resource, or the stack, could not do what was asked of it. */
    public boolean failed() {
        return status.endsWith("_FAILED");
    }

    /** Returns the same event at another time. */
    AwsEvent at(Instant when) {
        return new AwsEvent(when, eventId, logicalId, physicalId, type, status, reason, target);
    }
}
