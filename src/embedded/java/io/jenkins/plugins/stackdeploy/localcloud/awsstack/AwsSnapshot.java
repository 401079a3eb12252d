package io.jenkins.plugins.stackdeploy.localcloud.awsstack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a stack looks like at some moment. */
public final class AwsSnapshot {
    /** The statuses in which a stack has the outputs of its last operation. */
    private static final Set<String> SUCCESS =
            Set.of("CREATE_COMPLETE", "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", "UPDATE_COMPLETE");

    private String status = "REVIEW_IN_PROGRESS";
    private String reason = "User Initiated";
    private Instant changedAt;
    private AwsRevision revision;
    private AwsRevision previous;
    private ArrayNode outputs = Json.array();
    private final Map<String, AwsResource> resources = new LinkedHashMap<>();

    private AwsSnapshot(Instant createdAt) {
        changedAt = createdAt;
    }

    static AwsSnapshot of(AwsStack stack, List<AwsOperation> operations, Instant now) {
        AwsSnapshot result = new AwsSnapshot(stack.createdAt());
        for (AwsOperation operation : operations) {
            result.previous = result.revision;
            result.revision = operation.target() == null ? result.revision : operation.target();
            for (AwsEvent event : operation.events()) {
                if (event.at().isAfter(now)) {
                    break;
                }
                if (event.physicalId().equals(stack.id())) {
                    result.applyToStack(event, operation);
                } else {
                    result.applyToResource(event);
                }
            }
        }
        return result;
    }

    private void applyToStack(AwsEvent event, AwsOperation operation) {
        status = event.status();
        reason = event.reason();
        changedAt = event.at();
        if (status.equals("UPDATE_ROLLBACK_IN_PROGRESS") && revision == operation.target()) {
            revision = previous;
        }
        if (SUCCESS.contains(status) && operation.outputs() != null) {
            outputs = operation.outputs();
        }
    }

    private void applyToResource(AwsEvent event) {
        AwsResource old = resources.get(event.logicalId());
        boolean ofReplaced = event.status().startsWith("DELETE_")
                && old != null
                && !old.physicalId().equals(event.physicalId());
        if (!ofReplaced) {
            resources.put(
                    event.logicalId(),
                    new AwsResource(
                            event.logicalId(),
                            event.type(),
                            event.physicalId(),
                            event.status(),
                            event.reason(),
                            event.at(),
                            event.target() != null ? event.target() : old == null ? null : old.target()));
        }
    }

    /** Returns one of the documented stack statuses. */
    public String status() {
        return status;
    }

    /** Returns what is said about the status, or null. */
    public String reason() {
        return reason;
    }

    /** Returns when the status last changed. */
    public Instant changedAt() {
        return changedAt;
    }

    /** Returns template, parameters and tags in force, or null before the first operation. */
    public AwsRevision revision() {
        return revision;
    }

    /** Returns {@code {OutputKey, OutputValue, Description}} objects. */
    public ArrayNode outputs() {
        return outputs;
    }

    /** Returns all resources that were ever begun, deleted ones included. */
    public Collection<AwsResource> resources() {
        return Collections.unmodifiableCollection(resources.values());
    }

    /** Returns a resource that exists, or null. */
    public AwsResource existing(String logicalId) {
        AwsResource resource = resources.get(logicalId);
        return resource != null && resource.exists() ? resource : null;
    }

    /** Returns whether the stack is gone. */
    public boolean deleted() {
        return status.equals("DELETE_COMPLETE");
    }

    /** Returns whether an operation is going on. */
    public boolean busy() {
        return status.endsWith("_IN_PROGRESS") && !status.equals("REVIEW_IN_PROGRESS");
    }
}
