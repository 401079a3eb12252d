package io.jenkins.plugins.stackdeploy.localcloud;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.CreateStackInstancesRequest;
import software.amazon.awssdk.services.cloudformation.model.DeleteStackInstancesRequest;
import software.amazon.awssdk.services.cloudformation.model.StackInstance;
import software.amazon.awssdk.services.cloudformation.model.StackInstanceSummary;
import software.amazon.awssdk.services.cloudformation.model.StackSetOperation;
import software.amazon.awssdk.services.cloudformation.model.StackSetOperationResultSummary;
import software.amazon.awssdk.services.cloudformation.model.UpdateStackInstancesRequest;
import software.amazon.awssdk.services.cloudformation.model.UpdateStackSetRequest;

/** An endpoint whose clock a test moves, the vendor's client for it, and a stack set to work with. */
final class LocalAwsFixture implements AutoCloseable {
    static final String SET = "net";
    static final String A = "111111111111";
    static final String B = "222222222222";
    static final String C = "333333333333";
    static final String D = "444444444444";
    static final String TEMPLATE = """
            AWSTemplateFormatVersion: '2010-09-09'
            Parameters:
              Env: {Type: String, Default: test}
            Resources:
              Queue: {Type: 'AWS::SQS::Queue', Properties: {QueueName: !Ref Env}}
            """;

    final MovableClock clock;
    final LocalAws aws;
    final CloudFormationClient client;

    LocalAwsFixture(LocalAwsBuilder builder) throws Exception {
        this(builder, new MovableClock());
    }

    LocalAwsFixture(LocalAwsBuilder builder, MovableClock clock) throws Exception {
        this.clock = clock;
        this.aws = builder.clock(clock)
                .account(AwsClients.KEY, AwsClients.SECRET, AwsClients.ACCOUNT)
                .start();
        this.client = AwsClients.cloudFormation(aws);
    }

    /** Starts an endpoint with an empty stack set. */
    static LocalAwsFixture withSet() throws Exception {
        LocalAwsFixture fixture = new LocalAwsFixture(LocalAws.builder());
        fixture.createSet();
        return fixture;
    }

    void createSet() {
        client.createStackSet(r -> r.stackSetName(SET).templateBody(TEMPLATE));
    }

    void later(long seconds) {
        clock.advance(Duration.ofSeconds(seconds));
    }

    /** Begins to create instances. */
    String create(List<String> accounts, List<String> regions) {
        return create(r -> r.accounts(accounts).regions(regions));
    }

    String create(Consumer<CreateStackInstancesRequest.Builder> request) {
        return client.createStackInstances(r -> request.accept(r.stackSetName(SET)))
                .operationId();
    }

    /** Creates instances and lets an hour pass. */
    void created(List<String> accounts, List<String> regions) {
        create(accounts, regions);
        later(3600);
    }

    String updateSet(Consumer<UpdateStackSetRequest.Builder> request) {
        return client.updateStackSet(r -> request.accept(r.stackSetName(SET))).operationId();
    }

    String updateInstances(Consumer<UpdateStackInstancesRequest.Builder> request) {
        return client.updateStackInstances(r -> request.accept(r.stackSetName(SET)))
                .operationId();
    }

    String delete(Consumer<DeleteStackInstancesRequest.Builder> request) {
        return client.deleteStackInstances(r -> request.accept(r.stackSetName(SET)))
                .operationId();
    }

    StackSetOperation operation(String id) {
        return client.describeStackSetOperation(r -> r.stackSetName(SET).operationId(id))
                .stackSetOperation();
    }

    String status(String operationId) {
        return operation(operationId).statusAsString();
    }

    /** Returns {@code ACCOUNT/REGION} with the status of the result. */
    Map<String, String> results(String operationId) {
        Map<String, String> results = new TreeMap<>();
        for (StackSetOperationResultSummary result : client.listStackSetOperationResultsPaginator(
                        r -> r.stackSetName(SET).operationId(operationId))
                .summaries()) {
            results.put(result.account() + "/" + result.region(), result.statusAsString());
        }
        return results;
    }

    /** Returns the reasons of results that have one. */
    Map<String, String> reasons(String operationId) {
        Map<String, String> reasons = new TreeMap<>();
        client
                .listStackSetOperationResultsPaginator(r -> r.stackSetName(SET).operationId(operationId))
                .summaries()
                .stream()
                .filter(result -> result.statusReason() != null)
                .forEach(result -> reasons.put(result.account() + "/" + result.region(), result.statusReason()));
        return reasons;
    }

    /** Returns {@code ACCOUNT/REGION} with {@code STATUS DETAILED_STATUS}. */
    Map<String, String> instances() {
        Map<String, String> instances = new TreeMap<>();
        for (StackInstanceSummary instance :
                client.listStackInstancesPaginator(r -> r.stackSetName(SET)).summaries()) {
            instances.put(
                    instance.account() + "/" + instance.region(),
                    instance.statusAsString() + " "
                            + instance.stackInstanceStatus().detailedStatusAsString());
        }
        return instances;
    }

    StackInstance instance(String account, String region) {
        return client.describeStackInstance(
                        r -> r.stackSetName(SET).stackInstanceAccount(account).stackInstanceRegion(region))
                .stackInstance();
    }

    /** Returns {@code STATUS CODE} of the refusal. */
    static String refusal(ThrowingCallable call) {
        CloudFormationException refused = refused(call);
        return refused.statusCode() + " " + refused.awsErrorDetails().errorCode();
    }

    static CloudFormationException refused(ThrowingCallable call) {
        return catchThrowableOfType(CloudFormationException.class, call);
    }

    @Override
    public void close() {
        client.close();
        aws.close();
    }
}
