package io.jenkins.plugins.stackdeploy.localcloud.awsstack;

import io.jenkins.plugins.stackdeploy.localcloud.stack.Ids;
import io.jenkins.plugins.stackdeploy.localcloud.template.ResourceTarget;
import java.time.Instant;

/** Writes the events of an operation. */
final class Course {
    private final AwsStack stack;
    private final AwsOperation operation;

    Course(AwsStack stack, AwsOperation operation) {
        this.stack = stack;
        this.operation = operation;
    }

    void stack(Instant at, String status, String reason) {
        operation.add(new AwsEvent(at, Ids.uuid(), stack.name(), stack.id(), AwsEvent.STACK, status, reason, null));
    }

    void resource(
            Instant at,
            String logicalId,
            String physicalId,
            String type,
            String status,
            String reason,
            ResourceTarget target) {
        String eventId = logicalId + "-" + status + "-" + Ids.uuid();
        operation.add(new AwsEvent(at, eventId, logicalId, physicalId, type, status, reason, target));
    }

    /** Says something about a resource without doing anything to it. */
    void resource(Instant at, AwsResource resource, String status, String reason) {
        resource(at, resource.logicalId(), resource.physicalId(), resource.type(), status, reason, null);
    }
}
