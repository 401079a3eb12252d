package io.jenkins.plugins.stackdeploy.localcloud;

import static io.jenkins.plugins.stackdeploy.localcloud.AwsStackFixture.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;

class AwsChangeSetTest {
    private static final String TEMPLATE = """
            Resources:
              Topic: {Type: 'AWS::SNS::Topic', Properties: {DisplayName: old, TopicName: a}}
              Queue: {Type: 'AWS::SQS::Queue'}
            """;
    private static final String CHANGED = """
            Resources:
              Topic: {Type: 'AWS::SNS::Topic', Properties: {DisplayName: new, TopicName: b}}
              Table: {Type: 'AWS::DynamoDB::Table'}
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
    void aChangeSetMayCreateAStack() {
        change("s", "c1", ChangeSetType.CREATE, TEMPLATE);

        assertThat(fixture.status("s")).isEqualTo("REVIEW_IN_PROGRESS");
        assertThat(describe("s", "c1").statusAsString()).isEqualTo("CREATE_IN_PROGRESS");
        assertThat(refusal(() -> execute("s", "c1"))).startsWith("InvalidChangeSetStatus: ");
        fixture.later(10);
        assertThat(describe("s", "c1").changes())
                .extracting(c -> c.resourceChange().actionAsString() + " "
                        + c.resourceChange().logicalResourceId())
                .containsExactly("Add Topic", "Add Queue");
        execute("s", "c1");
        assertThat(fixture.status("s")).isEqualTo("CREATE_IN_PROGRESS");
        assertThat(describe("s", "c1").executionStatusAsString()).isEqualTo("EXECUTE_IN_PROGRESS");
        fixture.settle();

        assertThat(fixture.status("s")).isEqualTo("CREATE_COMPLETE");
        assertThat(describe("s", "c1").executionStatusAsString()).isEqualTo("EXECUTE_COMPLETE");
        assertThat(refusal(() -> change("s", "c2", ChangeSetType.CREATE, TEMPLATE)))
                .contains("Stack [s] already exists and cannot be created again with the changeSet [c2].");
    }

    @Test
    void aChangeSetSaysWhatIsModifiedAndWhatIsReplaced() {
        fixture.created("s", TEMPLATE);
        String id = change("s", "c", ChangeSetType.UPDATE, CHANGED);
        fixture.later(10);

        DescribeChangeSetResponse changes = fixture.client.describeChangeSet(r -> r.changeSetName(id));

        assertThat(changes.changes())
                .extracting(c -> c.resourceChange().actionAsString() + " "
                        + c.resourceChange().logicalResourceId() + " "
                        + c.resourceChange().replacementAsString())
                .containsExactly("Modify Topic True", "Add Table null", "Remove Queue null");
        assertThat(changes.changes().get(0).resourceChange().details())
                .extracting(d -> d.target().name() + " " + d.target().requiresRecreationAsString())
                .containsExactly("DisplayName Never", "TopicName Always");
        assertThat(fixture.client
                        .getTemplate(r -> r.stackName("s").changeSetName("c"))
                        .templateBody())
                .isEqualTo(CHANGED);
    }

    @Test
    void aChangeSetWithoutChangesFailsWithTheWordsThatClientsMatch() {
        fixture.created("s", TEMPLATE);
        change("s", "c", ChangeSetType.UPDATE, TEMPLATE);
        fixture.later(10);

        DescribeChangeSetResponse empty = describe("s", "c");

        assertThat(empty.statusAsString()).isEqualTo("FAILED");
        assertThat(empty.statusReason())
                .isEqualTo("The submitted information didn't contain changes. Submit different information to create a"
                        + " change set.");
        assertThat(empty.executionStatusAsString()).isEqualTo("UNAVAILABLE");
    }

    @Test
    void aChangeSetGrowsObsoleteWhenAnotherIsExecuted() {
        fixture.created("s", TEMPLATE);
        change("s", "c1", ChangeSetType.UPDATE, CHANGED);
        change("s", "c2", ChangeSetType.UPDATE, CHANGED);
        fixture.later(10);
        execute("s", "c1");
        fixture.settle();

        assertThat(describe("s", "c2").executionStatusAsString()).isEqualTo("OBSOLETE");
        assertThat(refusal(() -> execute("s", "c2"))).contains("[OBSOLETE]");
        fixture.client.deleteChangeSet(r -> r.stackName("s").changeSetName("c2"));
        assertThat(refusal(() -> describe("s", "c2"))).isEqualTo("ChangeSetNotFound: ChangeSet [c2] does not exist");
        assertThat(fixture.client.listChangeSets(r -> r.stackName("s")).summaries())
                .extracting(summary -> summary.changeSetName())
                .containsExactly("c1");
    }

    @Test
    void aTokenMakesAnExecutionCountOnce() {
        fixture.created("s", TEMPLATE);
        change("s", "c", ChangeSetType.UPDATE, CHANGED);
        fixture.later(10);

        for (int i = 0; i < 2; i++) {
            fixture.client.executeChangeSet(
                    r -> r.stackName("s").changeSetName("c").clientRequestToken("t"));
        }

        assertThat(fixture.aws.count("ExecuteChangeSet")).isEqualTo(2);
        assertThat(fixture.aws.effects("ExecuteChangeSet")).hasSize(1);
    }

    @Test
    void aStackMustExistToBeUpdatedAndAStackUnderReviewMayBeDeleted() {
        assertThat(refusal(() -> change("s", "c", ChangeSetType.UPDATE, TEMPLATE)))
                .isEqualTo("ValidationError: Stack [s] does not exist");
        change("s", "c", ChangeSetType.CREATE, TEMPLATE);
        assertThat(refusal(() -> change("s", "d", ChangeSetType.UPDATE, TEMPLATE)))
                .contains("is in REVIEW_IN_PROGRESS state");

        fixture.client.deleteStack(r -> r.stackName("s"));
        fixture.settle();

        assertThat(refusal(() -> fixture.status("s"))).contains("does not exist");
    }

    private String change(String stack, String name, ChangeSetType type, String template) {
        return fixture.client
                .createChangeSet(r -> r.stackName(stack)
                        .changeSetName(name)
                        .changeSetType(type)
                        .templateBody(template))
                .id();
    }

    private DescribeChangeSetResponse describe(String stack, String name) {
        return fixture.client.describeChangeSet(r -> r.stackName(stack).changeSetName(name));
    }

    private void execute(String stack, String name) {
        fixture.client.executeChangeSet(r -> r.stackName(stack).changeSetName(name));
    }
}
