package io.jenkins.plugins.stackdeploy.localcloud.stackset;

import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryAction;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryAnswer;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryCall;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;

/** DescribeStackSet. */
final class DescribeStackSet implements QueryAction {
    private final StackSetCloud cloud;

    DescribeStackSet(StackSetCloud cloud) {
        this.cloud = cloud;
    }

    @Override
    public QueryAnswer run(QueryCall call) {
        StackSetRecord set = new StackSetLookup(cloud).set(call);
        return QueryAnswer.read(Json.object().set("StackSet", StackSetView.full(set)));
    }
}
