package io.jenkins.plugins.stackdeploy.localcloud.awsstack;

import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryAnswer;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryCall;
import java.util.List;

/** DescribeStacks. */
final class DescribeStacks extends StackAction {
    DescribeStacks(StackCloud cloud) {
        super(cloud);
    }

    @Override
    public QueryAnswer run(QueryCall call) {
        List<AwsStack> stacks = call.parameters().has("StackName")
                ? List.of(cloud().described(call))
                : cloud().stacks(call)
                        .filter(stack -> !stack.at(call.now()).deleted())
                        .toList();
        return QueryAnswer.read(
                Page.of(call, "Stacks", stacks, AwsStack::id, stack -> StackView.full(stack, call.now())));
    }
}
