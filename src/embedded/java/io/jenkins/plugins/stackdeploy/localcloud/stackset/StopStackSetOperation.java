package io.jenkins.plugins.stackdeploy.localcloud.stackset;

import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryAction;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryAnswer;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryCall;

/** StopStackSetOperation: what has begun goes on to its end, nothing else is begun. */
final class StopStackSetOperation implements QueryAction {
    private final StackSetCloud cloud;

    StopStackSetOperation(StackSetCloud cloud) {
        this.cloud = cloud;
    }

    @Override
    public String tokenParameter() {
        return "OperationId";
    }

    @Override
    public QueryAnswer run(QueryCall call) {
        StackSetLookup lookup = new StackSetLookup(cloud);
        StackSetRecord set = lookup.set(call);
        StackSetOperation operation = lookup.operation(set, call);
        OperationStatus status = operation.status(call.now());
        if (status != OperationStatus.RUNNING && status != OperationStatus.QUEUED) {
            throw StackSetErrors.invalidOperation(
                    "Operation " + operation.id() + " is in status " + status + " and cannot be stopped");
        }
        cloud.engine().stop(set, operation, call.now());
        return QueryAnswer.changed();
    }
}
