package io.jenkins.plugins.stackdeploy.localcloud.awsstack;

import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryAnswer;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryCall;
import java.util.List;

/** ListStackResources. */
final class ListStackResources extends StackAction {
    ListStackResources(StackCloud cloud) {
        super(cloud);
    }

    @Override
    public QueryAnswer run(QueryCall call) {
        List<AwsResource> resources =
                List.copyOf(cloud().described(call).at(call.now()).resources());
        return QueryAnswer.read(Page.of(
                call,
                "StackResourceSummaries",
                resources,
                AwsResource::logicalId,
                resource -> StackView.resource(resource, "LastUpdatedTimestamp")));
    }
}
