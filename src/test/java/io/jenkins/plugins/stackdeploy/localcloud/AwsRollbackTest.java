package io.jenkins.plugins.stackdeploy.localcloud;

import static io.jenkins.plugins.stackdeploy.localcloud.AwsStackFixture.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.stackdeploy.localcloud.stack.FailOn;
import io.jenkins.plugins.stackdeploy.localcloud.stack.FailureRule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.OnFailure;

class AwsRollbackTest {
    private static final String GOOD = """
            Resources:
              Topic: {Type: 'AWS::SNS::Topic', Properties: {DisplayName: old}}
              Queue: {Type: 'AWS::SQS::Queue', DependsOn: Topic, Properties: {DelaySeconds: 1}}
            Outputs:
              Name: {Value: !GetAtt Topic.DisplayName}
            """;
    private static final String NEW = """
            Resources:
              Topic: {Type: 'AWS::SNS::Topic', Properties: {DisplayName: new, TopicName: fixed}}
              Table: {Type: 'AWS::DynamoDB::Table'}
              Queue: {Type: 'AWS::SQS::Queue', DependsOn: [Topic, Table], Properties: {DelaySeconds: 2}}
            Outputs:
              Name: {Value: !GetAtt Topic.DisplayName}
            """;

    private AwsStackFixture fixture;

    @BeforeEach
    void start() throws Exception {
        fixture = AwsStackFixture.start();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void aFailedCreateIsRolledBackAndSaysWhichResourcesFailed() {
        fail("Topic", FailOn.CREATE, "No more topics.");

        fixture.created("s", "Resources: {Topic: {Type: 'AWS::SNS::Topic'}, Slow: {Type: 'AWS::SQS::Queue'}}");

        assertThat(fixture.events("s"))
                .containsExactly(
                        "s CREATE_IN_PROGRESS",
                        "Topic CREATE_IN_PROGRESS",
                        "Slow CREATE_IN_PROGRESS",
                        "Topic CREATE_FAILED",
                        "Slow CREATE_FAILED",
                        "s ROLLBACK_IN_PROGRESS",
                        "Topic DELETE_COMPLETE",
                        "Slow DELETE_COMPLETE",
                        "s ROLLBACK_COMPLETE");
        assertThat(fixture.reason("s", "Topic", "CREATE_FAILED")).isEqualTo("No more topics.");
        assertThat(fixture.reason("s", "Slow", "CREATE_FAILED")).isEqualTo("Resource creation cancelled");
        assertThat(fixture.reason("s", "s", "ROLLBACK_IN_PROGRESS"))
                .isEqualTo("The following resource(s) failed to create: [Topic, Slow]. Rollback requested by user.");
        assertThat(refusal(() -> fixture.update("s", GOOD)))
                .contains("is in ROLLBACK_COMPLETE state and can not be updated.");
    }

    @Test
    void onFailureDecidesWhatBecomesOfAFailedCreate() {
        fail("Queue", FailOn.CREATE, "No.");

        String deleted = createWith("a", OnFailure.DELETE);
        createWith("b", OnFailure.DO_NOTHING);
        fixture.settle();

        assertThat(fixture.status(deleted)).isEqualTo("DELETE_COMPLETE");
        assertThat(fixture.status("b")).isEqualTo("CREATE_FAILED");
        assertThat(fixture.client.describeStackResources(r -> r.stackName("b")).stackResources())
                .extracting(r -> r.logicalResourceId() + " " + r.resourceStatusAsString())
                .containsExactly("Topic CREATE_COMPLETE", "Queue CREATE_FAILED");
    }

    @Test
    void aRollbackMayFailToo() {
        fail("Queue", FailOn.CREATE, "No.");
        fail("Topic", FailOn.ROLLBACK, "Still subscribed.");

        fixture.created("s", GOOD);

        assertThat(fixture.status("s")).isEqualTo("ROLLBACK_FAILED");
        assertThat(fixture.stack("s").stackStatusReason())
                .contains("The following resource(s) failed to delete: [Topic].");
    }

    @Test
    void aFailedUpdateRestoresWhatWasThere() {
        fixture.created("s", GOOD);
        String topic = physicalId("Topic");
        fail("Queue", FailOn.UPDATE, "Queues are frozen.");

        fixture.update("s", NEW);
        fixture.later(60);
        assertThat(fixture.events("s")).contains("Table CREATE_IN_PROGRESS");
        fixture.settle();

        assertThat(fixture.status("s")).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
        assertThat(fixture.events("s"))
                .containsSubsequence(
                        "Queue UPDATE_FAILED",
                        "s UPDATE_ROLLBACK_IN_PROGRESS",
                        "Topic UPDATE_IN_PROGRESS",
                        "s UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS",
                        "Table DELETE_COMPLETE",
                        "s UPDATE_ROLLBACK_COMPLETE");
        assertThat(physicalId("Topic")).isEqualTo(topic);
        assertThat(fixture.stack("s").outputs().get(0).outputValue()).isEqualTo("old");
        assertThat(fixture.client.getTemplate(r -> r.stackName("s")).templateBody())
                .isEqualTo(GOOD);
        assertThat(refusal(() -> fixture.update("s", GOOD))).contains("No updates are to be performed.");
    }

    @Test
    void aFailedRollbackIsContinuedAndMaySkip() {
        fixture.created("s", GOOD);
        fail("Queue", FailOn.UPDATE, "Frozen.");
        fail("Queue", FailOn.ROLLBACK, "Still frozen.");
        fixture.update("s", NEW);
        fixture.settle();
        assertThat(fixture.status("s")).isEqualTo("UPDATE_ROLLBACK_FAILED");
        assertThat(refusal(() -> fixture.update("s", NEW))).contains("is in UPDATE_ROLLBACK_FAILED state");

        fixture.client.continueUpdateRollback(r -> r.stackName("s"));
        fixture.settle();
        assertThat(fixture.status("s")).isEqualTo("UPDATE_ROLLBACK_FAILED");
        fixture.client.continueUpdateRollback(r -> r.stackName("s").resourcesToSkip("Queue"));
        fixture.settle();

        assertThat(fixture.status("s")).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
    }

    @Test
    void aCancelledUpdateIsRolledBack() {
        fixture.created("s", GOOD);
        assertThat(refusal(() -> fixture.client.cancelUpdateStack(r -> r.stackName("s"))))
                .contains("CancelUpdateStack cannot be called from current stack status");
        fixture.update("s", NEW);
        fixture.later(5);

        fixture.client.cancelUpdateStack(r -> r.stackName("s"));
        assertThat(fixture.status("s")).isEqualTo("UPDATE_ROLLBACK_IN_PROGRESS");
        fixture.settle();

        assertThat(fixture.status("s")).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
        assertThat(fixture.reason("s", "Topic", "UPDATE_FAILED")).isEqualTo("Resource update cancelled");
        assertThat(fixture.events("s")).doesNotContain("Queue UPDATE_COMPLETE");
    }

    @Test
    void withoutRollbackAFailedUpdateStaysAndMayBeTriedAgain() {
        fixture.created("s", GOOD);
        fail("Queue", FailOn.UPDATE, "Frozen.");

        fixture.client.updateStack(r -> r.stackName("s").templateBody(NEW).disableRollback(true));
        fixture.settle();
        assertThat(fixture.status("s")).isEqualTo("UPDATE_FAILED");
        fixture.aws.resourceFailures().clear();
        fixture.update("s", NEW);
        fixture.settle();

        assertThat(fixture.status("s")).isEqualTo("UPDATE_COMPLETE");
        assertThat(fixture.events("s").stream().filter("Table CREATE_COMPLETE"::equals))
                .hasSize(1);
    }

    @Test
    void aDeleteStopsACreateAndAFailedDeleteMayRetain() {
        String id = fixture.create("s", GOOD);
        fixture.later(20);
        fail("Topic", FailOn.DELETE, "Still subscribed.");

        fixture.client.deleteStack(r -> r.stackName("s"));
        fixture.settle();
        assertThat(fixture.status("s")).isEqualTo("DELETE_FAILED");
        assertThat(fixture.events("s"))
                .containsSubsequence("Queue CREATE_FAILED", "s DELETE_IN_PROGRESS", "Topic DELETE_FAILED");
        fixture.client.deleteStack(r -> r.stackName("s").retainResources("Topic"));
        fixture.settle();

        assertThat(fixture.status(id)).isEqualTo("DELETE_COMPLETE");
        assertThat(fixture.events(id)).contains("Topic DELETE_SKIPPED");
    }

    @Test
    void aCreateTimesOut() {
        fixture.client.createStack(
                r -> r.stackName("s").templateBody(GOOD).timeoutInMinutes(1).disableRollback(true));
        fixture.settle();

        assertThat(fixture.status("s")).isEqualTo("CREATE_FAILED");
        assertThat(fixture.stack("s").stackStatusReason()).contains("exceeded the specified timeout");
    }

    @Test
    void aTemplateMayOrderFailuresToo() {
        fixture.created("s", """
                Resources:
                  Db:
                    Type: AWS::RDS::DBInstance
                    Metadata: {LocalCloud: {FailOn: CREATE, Reason: Sold out., Seconds: 5}}
                """);

        assertThat(fixture.reason("s", "Db", "CREATE_FAILED")).isEqualTo("Sold out.");
    }

    private void fail(String logicalId, FailOn on, String reason) {
        fixture.aws.resourceFailures().add(new FailureRule("*", logicalId, on, reason));
    }

    private String createWith(String name, OnFailure onFailure) {
        return fixture.client
                .createStack(r -> r.stackName(name).templateBody(GOOD).onFailure(onFailure))
                .stackId();
    }

    private String physicalId(String logicalId) {
        return fixture.client
                .describeStackResources(r -> r.stackName("s").logicalResourceId(logicalId))
                .stackResources()
                .get(0)
                .physicalResourceId();
    }
}
