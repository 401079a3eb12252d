package io.jenkins.plugins.stackdeploy.localcloud.stackset;

import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryAction;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryAnswer;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryCall;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;

/** DescribeStackInstance. */
final class DescribeStackInstance implements QueryAction {
    private final StackSetCloud cloud;

    DescribeStackInstance(StackSetCloud cloud) {
        this.cloud = cloud;
    }

    @Override
    public QueryAnswer run(QueryCall call) {
        StackSetRecord set = new StackSetLookup(cloud).set(call);
        String account = call.parameters().required("StackInstanceAccount");
        String region = call.parameters().required("StackInstanceRegion");
        StackInstance instance =
                set.instance(account, region).orElseThrow(() -> StackSetErrors.stackInstanceNotFound(account, region));
        return QueryAnswer.read(Json.object().set("StackInstance", InstanceView.full(set, instance)));
    }
}
