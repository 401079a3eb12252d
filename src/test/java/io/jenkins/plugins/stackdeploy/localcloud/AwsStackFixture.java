package io.jenkins.plugins.stackdeploy.localcloud;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/** A local CloudFormation whose time only the test moves, the vendor's client, and short words for what tests do. */
final class AwsStackFixture implements AutoCloseable {
    final MovableClock clock = new MovableClock();
    final LocalAws aws;
    final CloudFormationClient client;

    private AwsStackFixture() throws Exception {
        aws = LocalAws.builder()
                .account(AwsClients.KEY, AwsClients.SECRET, AwsClients.ACCOUNT)
                .clock(clock)
                .start();
        client = AwsClients.cloudFormation(aws);
    }

    static AwsStackFixture start() throws Exception {
        return new AwsStackFixture();
    }

    void later(long seconds) {
        clock.advance(Duration.ofSeconds(seconds));
    }

    /** Lets everything come to its end. */
    void settle() {
        later(3600);
    }

    String create(String name, String template) {
        return client.createStack(r -> r.stackName(name).templateBody(template)).stackId();
    }

    /** Creates a stack and waits for its end. */
    String created(String name, String template) {
        String id = create(name, template);
        settle();
        return id;
    }

    void update(String name, String template) {
        client.updateStack(r -> r.stackName(name).templateBody(template));
    }

    Stack stack(String name) {
        return client.describeStacks(r -> r.stackName(name)).stacks().get(0);
    }

    String status(String name) {
        return stack(name).stackStatusAsString();
    }

    /** Returns {@code LOGICAL_ID STATUS} of all events, the oldest first. */
    List<String> events(String name) {
        return rawEvents(name).stream()
                .map(event -> event.logicalResourceId() + " " + event.resourceStatusAsString())
                .toList();
    }

    List<StackEvent> rawEvents(String name) {
        List<StackEvent> events = new ArrayList<>();
        client.describeStackEventsPaginator(r -> r.stackName(name))
                .stackEvents()
                .forEach(events::add);
        Collections.reverse(events);
        return events;
    }

    String reason(String name, String logicalId, String status) {
        return rawEvents(name).stream()
                .filter(event -> event.logicalResourceId().equals(logicalId)
                        && event.resourceStatusAsString().equals(status)
                        && event.resourceStatusReason() != null)
                .findFirst()
                .orElseThrow()
                .resourceStatusReason();
    }

    /** Returns {@code CODE: MESSAGE} of the error that a call is answered with. */
    static String refusal(ThrowingCallable call) {
        CloudFormationException refused = catchThrowableOfType(CloudFormationException.class, call);
        return refused.awsErrorDetails().errorCode() + ": "
                + refused.awsErrorDetails().errorMessage();
    }

    @Override
    public void close() {
        client.close();
        aws.close();
    }
}
