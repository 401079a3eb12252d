package io.jenkins.plugins.stackdeploy.localcloud.stackset;

import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryAction;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryAnswer;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryCall;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;

/** DescribeStackSetOperation. */
final class DescribeStackSetOperation implements QueryAction {
    private final StackSetCloud cloud;

    DescribeStackSetOperation(StackSetCloud cloud) {
        this.cloud = cloud;
    }

    @Override
    public QueryAnswer run(QueryCall call) {
        StackSetLookup lookup = new StackSetLookup(cloud);
        StackSetRecord set = lookup.set(call);
        StackSetOperation operation = lookup.operation(set, call);
        return QueryAnswer.read(Json.object().set("StackSetOperation", OperationView.full(set, operation, call.now())));
    }
}
