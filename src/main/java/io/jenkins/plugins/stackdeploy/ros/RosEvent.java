package io.jenkins.plugins.stackdeploy.ros;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * One event of a stack.
 *
 * @param id unique
 * @param time when; null when that cannot be read
 * @param logicalId the resource's logical id; the stack's name for the stack itself
 * @param physicalId the resource's id in its product; empty before it has one
 * @param type the resource's type
 * @param status its status
 * @param reason why; empty when not told
 */
public record RosEvent(
        String id, Instant time, String logicalId, String physicalId, String type, String status, String reason) {
    static final String STACK_TYPE = "ALIYUN::ROS::Stack";

    /** When; the epoch when that cannot be read. */
    Instant at() {
        return time == null ? Instant.EPOCH : time;
    }

    static RosEvent read(JsonNode json) {
        return new RosEvent(
                json.path("EventId").asText(""),
                RosTimes.parse(json.path("CreateTime").asText("")),
                json.path("LogicalResourceId").asText(""),
                json.path("PhysicalResourceId").asText(""),
                repeated(json, "ResourceType"),
                repeated(json, "Status"),
                repeated(json, "StatusReason"));
    }

    /** A text that many events have in common: while stacks are waited for, their latest events are kept. */
    private static String repeated(JsonNode json, String field) {
        return json.path(field).asText("").intern();
    }

    /**
     * Whether this is about the stack itself, which appears among its resources.
     *
     * @param stackId the stack whose events were read
     * @param stackName its name
     * @return true for the stack, false for its resources, nested stacks included
     */
    boolean isAbout(String stackId, String stackName) {
        return type.equals(STACK_TYPE)
                && (physicalId.equals(stackId) || (physicalId.isEmpty() && logicalId.equals(stackName)));
    }

    boolean isFailure() {
        return status.endsWith("_FAILED");
    }

    boolean isComplete() {
        return status.endsWith("_COMPLETE");
    }

    boolean isInProgress() {
        return status.endsWith("_IN_PROGRESS");
    }
}
