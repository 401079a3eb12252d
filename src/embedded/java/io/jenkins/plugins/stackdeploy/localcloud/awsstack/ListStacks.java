package io.jenkins.plugins.stackdeploy.localcloud.awsstack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryAnswer;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryCall;
import java.util.List;

/** ListStacks, deleted ones included. */
final class ListStacks extends StackAction {
    ListStacks(StackCloud cloud) {
        super(cloud);
    }

    @Override
    public QueryAnswer run(QueryCall call) {
        List<String> statuses = call.parameters().texts("StackStatusFilter");
        List<AwsStack> stacks = cloud().stacks(call)
                .filter(stack -> statuses.isEmpty()
                        || statuses.contains(stack.at(call.now()).status()))
                .toList();
        return QueryAnswer.read(Page.of(call, "StackSummaries", stacks, AwsStack::id, stack -> summary(stack, call)));
    }

    private static ObjectNode summary(AwsStack stack, QueryCall call) {
        ObjectNode view = StackView.summary(stack, call.now());
        AwsRevision revision = stack.at(call.now()).revision();
        if (revision != null) {
            StackView.put(view, "TemplateDescription", StackView.description(revision));
        }
        return view;
    }
}
