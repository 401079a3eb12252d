package io.jenkins.plugins.stackdeploy.localcloud.awsstack;

import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryAnswer;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryCall;

/** ListChangeSets. */
final class ListChangeSets extends StackAction {
    ListChangeSets(StackCloud cloud) {
        super(cloud);
    }

    @Override
    public QueryAnswer run(QueryCall call) {
        AwsStack stack = cloud().described(call);
        return QueryAnswer.read(Page.of(
                call,
                "Summaries",
                stack.changeSets(),
                AwsChangeSet::id,
                changeSet -> DescribeChangeSet.summary(new ChangeSets.Found(stack, changeSet), call)));
    }
}
