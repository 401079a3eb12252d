package io.jenkins.plugins.stackdeploy.localcloud.awsstack;

import io.jenkins.plugins.stackdeploy.localcloud.aws.AwsErrors;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryAnswer;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryCall;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** DescribeStackEvents: the newest first. */
final class DescribeStackEvents extends StackAction {
    private record Shown(AwsOperation operation, AwsEvent event) {}

    DescribeStackEvents(StackCloud cloud) {
        super(cloud);
    }

    @Override
    public QueryAnswer run(QueryCall call) {
        String name = call.parameters().required("StackName");
        AwsStack stack =
                cloud().find(call, name).orElseThrow(() -> AwsErrors.validation("Stack [" + name + "] does not exist"));
        List<Shown> events = new ArrayList<>();
        for (AwsOperation operation : stack.operations()) {
            operation.events().stream()
                    .filter(event -> !event.at().isAfter(call.now()))
                    .forEach(event -> events.add(new Shown(operation, event)));
        }
        Collections.reverse(events);
        return QueryAnswer.read(Page.of(
                call,
                "StackEvents",
                events,
                shown -> shown.event().eventId(),
                shown -> StackView.event(stack, shown.operation(), shown.event())));
    }
}
