package io.jenkins.plugins.stackdeploy.localcloud.awsstack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryAnswer;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryCall;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;

/** DescribeStackResources, by the name of the stack. */
final class DescribeStackResources extends StackAction {
    DescribeStackResources(StackCloud cloud) {
        super(cloud);
    }

    @Override
    public QueryAnswer run(QueryCall call) {
        AwsStack stack = cloud().described(call);
        String wanted = call.parameters().textOrNull("LogicalResourceId");
        ObjectNode result = Json.object();
        ArrayNode resources = result.putArray("StackResources");
        stack.at(call.now()).resources().stream()
                .filter(resource -> wanted == null || wanted.equals(resource.logicalId()))
                .forEach(resource -> resources.add(StackView.resource(resource, "Timestamp")
                        .put("StackId", stack.id())
                        .put("StackName", stack.name())));
        return QueryAnswer.read(result);
    }
}
