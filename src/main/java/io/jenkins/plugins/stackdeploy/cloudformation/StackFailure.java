package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.engine.Text;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackEventsResponse;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/** Finds the first resource that failed in the last operation on a stack, in its events, which are told newest first. */
final class StackFailure {
    /** A page has about 100 events; what is further back does not matter for a summary. */
    private static final int MOST_PAGES = 10;

    /** What a stack itself goes through when an operation begins. */
    private static final Set<String> BEGINNINGS =
            Set.of("CREATE_IN_PROGRESS", "UPDATE_IN_PROGRESS", "DELETE_IN_PROGRESS", "IMPORT_IN_PROGRESS");

    private StackFailure() {}

    static Optional<ResourceFailure> first(CloudFormationClient client, String stackId) {
        Optional<ResourceFailure> first = Optional.empty();
        String token = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            String next = token;
            DescribeStackEventsResponse answer = client.describeStackEvents(
                    request -> request.stackName(stackId).nextToken(next));
            for (StackEvent event : answer.stackEvents()) {
                if (isOfTheStack(event)) {
                    if (BEGINNINGS.contains(event.resourceStatusAsString())) {
                        return first;
                    }
                } else if (isFailure(event)) {
                    first = Optional.of(failure(event));
                }
            }
            token = answer.nextToken();
            if (token == null) {
                return first;
            }
        }
        return first;
    }

    private static boolean isOfTheStack(StackEvent event) {
        return event.stackId() != null && event.stackId().equals(event.physicalResourceId());
    }

    /** A resource is cancelled because another one failed. Source: CloudFormation's texts for such events. */
    private static boolean isFailure(StackEvent event) {
        String status = event.resourceStatusAsString();
        String reason = event.resourceStatusReason();
        return status != null
                && status.endsWith("_FAILED")
                && (reason == null || !reason.matches("(?s)Resource (creation|update|deletion) cancelled.*"));
    }

    private static ResourceFailure failure(StackEvent event) {
        return new ResourceFailure(
                Text.oneLine(event.logicalResourceId()),
                Text.oneLine(event.resourceType()),
                Text.oneLine(event.resourceStatusAsString()),
                Text.oneLine(event.resourceStatusReason()));
    }
}
