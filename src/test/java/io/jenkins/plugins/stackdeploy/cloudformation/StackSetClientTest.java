package io.jenkins.plugins.stackdeploy.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.stackdeploy.engine.Budgets;
import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.FaultKind;
import io.jenkins.plugins.stackdeploy.engine.OverBudgetException;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cloudformation.model.CreateStackInstancesRequest;
import software.amazon.awssdk.services.cloudformation.model.CreateStackSetRequest;
import software.amazon.awssdk.services.cloudformation.model.DeleteStackInstancesRequest;
import software.amazon.awssdk.services.cloudformation.model.UpdateStackInstancesRequest;
import software.amazon.awssdk.services.cloudformation.model.UpdateStackSetRequest;

class StackSetClientTest {
    private static final String OPERATION = "<OperationId>op-1</OperationId>";

    private ScriptedAws aws;
    private AwsAccess access;
    private StackSetClient client;

    @BeforeEach
    void start() throws IOException {
        aws = new ScriptedAws();
        access = aws.access();
        client = access.stackSets();
    }

    @AfterEach
    void stop() {
        access.close();
        aws.close();
    }

    private Map<String, String> form(String action) {
        return aws.asked(action).get(0).form();
    }

    @Test
    void stackSetThatIsThereIsDescribed() throws Exception {
        aws.ok("DescribeStackSet", "<StackSet><StackSetName>web</StackSetName><Status>ACTIVE</Status></StackSet>");

        assertThat(client.describe("web", CallAs.DELEGATED_ADMIN))
                .hasValueSatisfying(set -> assertThat(set.stackSetName()).isEqualTo("web"));
        assertThat(form("DescribeStackSet"))
                .containsEntry("StackSetName", "web")
                .containsEntry("CallAs", "DELEGATED_ADMIN");
    }

    @Test
    void roleInTheOrganizationIsNotSentUnlessItIsGiven() throws Exception {
        aws.ok("DescribeStackSet", "<StackSet><Status>ACTIVE</Status></StackSet>");

        client.describe("web", null);

        assertThat(form("DescribeStackSet")).doesNotContainKey("CallAs");
    }

    @Test
    void missingAndDeletedStackSetsAreAbsent() throws Exception {
        aws.error("DescribeStackSet", 404, "StackSetNotFoundException", "StackSet web not found")
                .ok("DescribeStackSet", "<StackSet><Status>DELETED</Status></StackSet>");

        assertThat(client.describe("web", null)).isEmpty();
        assertThat(client.describe("web", null)).isEmpty();
    }

    @Test
    void deniedReadIsNoAbsence() {
        aws.error("DescribeStackSet", 403, "AccessDenied", "no");

        CloudException failed = catchThrowableOfType(CloudException.class, () -> client.describe("web", null));

        assertThat(failed.kind()).isEqualTo(FaultKind.DENIED);
    }

    @Test
    void stackSetIsCreatedWithItsToken() throws Exception {
        aws.ok("CreateStackSet", "<StackSetId>web:1</StackSetId>");

        String id = client.create(CreateStackSetRequest.builder()
                .stackSetName("web")
                .clientRequestToken("token-1")
                .build());

        assertThat(id).isEqualTo("web:1");
        assertThat(form("CreateStackSet")).containsEntry("ClientRequestToken", "token-1");
    }

    @Test
    void operationsAreStartedWithTheirIds() throws Exception {
        aws.ok("UpdateStackSet", OPERATION)
                .ok("CreateStackInstances", OPERATION)
                .ok("UpdateStackInstances", OPERATION)
                .ok("DeleteStackInstances", OPERATION);

        assertThat(List.of(
                        client.update(UpdateStackSetRequest.builder()
                                .operationId("op-1")
                                .build()),
                        client.createInstances(CreateStackInstancesRequest.builder()
                                .operationId("op-1")
                                .build()),
                        client.updateInstances(UpdateStackInstancesRequest.builder()
                                .operationId("op-1")
                                .build()),
                        client.deleteInstances(DeleteStackInstancesRequest.builder()
                                .operationId("op-1")
                                .build())))
                .containsOnly("op-1");
        assertThat(Stream.of("UpdateStackSet", "CreateStackInstances", "UpdateStackInstances", "DeleteStackInstances"))
                .allSatisfy(action -> assertThat(form(action)).containsEntry("OperationId", "op-1"));
    }

    /** The SDK would make up a token, with which a deployment could not be resumed. */
    @Test
    void nothingIsStartedWithoutAToken() {
        assertThat(Stream.<ThrowingCallable>of(
                        () -> client.create(CreateStackSetRequest.builder().build()),
                        () -> client.update(UpdateStackSetRequest.builder().build()),
                        () -> client.createInstances(
                                CreateStackInstancesRequest.builder().build()),
                        () -> client.updateInstances(
                                UpdateStackInstancesRequest.builder().build()),
                        () -> client.deleteInstances(
                                DeleteStackInstancesRequest.builder().build())))
                .allSatisfy(call -> assertThatThrownBy(call).isInstanceOf(NullPointerException.class));
        assertThat(aws.asked("CreateStackSet")).isEmpty();
    }

    @Test
    void callThatIsSentAgainHasTheSameToken() throws Exception {
        aws.answer("UpdateStackSet", new ScriptedAws.Answer(0, Map.of(), "")).ok("UpdateStackSet", OPERATION);

        client.update(UpdateStackSetRequest.builder().operationId("op-1").build());

        assertThat(aws.asked("UpdateStackSet")).hasSize(2).allSatisfy(asked -> assertThat(asked.form())
                .containsEntry("OperationId", "op-1"));
    }

    @Test
    void stackSetThatIsGoneCountsAsDeleted() throws Exception {
        aws.error("DeleteStackSet", 404, "StackSetNotFoundException", "gone");

        client.delete("web", null);

        assertThat(form("DeleteStackSet")).containsEntry("StackSetName", "web");
    }

    @Test
    void stackSetWithInstancesIsNotDeleted() {
        aws.error("DeleteStackSet", 409, "StackSetNotEmptyException", "not empty");

        CloudException failed = catchThrowableOfType(CloudException.class, () -> client.delete("web", null));

        assertThat(failed.code()).isEqualTo("StackSetNotEmptyException");
    }

    @ParameterizedTest
    @CsvSource({"OperationNotFoundException", "StackSetNotFoundException"})
    void unknownOperationIsAbsent(String code) throws Exception {
        aws.error("DescribeStackSetOperation", 404, code, "not found");

        assertThat(client.operation("web", "op-1", null)).isEmpty();
    }

    @Test
    void operationIsRead() throws Exception {
        aws.ok("DescribeStackSetOperation", "<StackSetOperation><Status>QUEUED</Status></StackSetOperation>");

        assertThat(client.operation("web", "op-1", CallAs.SELF))
                .hasValueSatisfying(
                        operation -> assertThat(operation.statusAsString()).isEqualTo("QUEUED"));
    }

    @Test
    void pagesFollowEachOther() throws Exception {
        aws.ok(
                        "ListStackSetOperationResults",
                        "<Summaries><member><Account>1</Account></member></Summaries><NextToken>n</NextToken>")
                .ok("ListStackSetOperationResults", "<Summaries><member><Account>2</Account></member></Summaries>");

        var first = client.results("web", "op-1", null, null);
        var second = client.results("web", "op-1", null, first.nextToken());

        assertThat(first.items()).extracting(each -> each.account()).containsExactly("1");
        assertThat(second.items()).extracting(each -> each.account()).containsExactly("2");
        assertThat(second.nextToken()).isNull();
        assertThat(aws.asked("ListStackSetOperationResults").get(1).form())
                .containsEntry("NextToken", "n")
                .containsEntry("MaxResults", "100");
    }

    @Test
    void instancesAreFiltered() throws Exception {
        aws.ok("ListStackInstances", "<Summaries/>");

        client.instances("web", null, null, new InstanceFilter("111122223333", "eu-west-1", "FAILED", "op-1"));

        assertThat(form("ListStackInstances"))
                .containsEntry("StackInstanceAccount", "111122223333")
                .containsEntry("StackInstanceRegion", "eu-west-1")
                .containsEntry("Filters.member.1.Name", "DETAILED_STATUS")
                .containsEntry("Filters.member.1.Values", "FAILED")
                .containsEntry("Filters.member.2.Name", "LAST_OPERATION_ID")
                .containsEntry("Filters.member.2.Values", "op-1");
    }

    @Test
    void allInstancesAreAskedForWithoutAFilter() throws Exception {
        aws.ok("ListStackInstances", "<Summaries/>");

        client.instances("web", null, null, InstanceFilter.ALL);

        assertThat(form("ListStackInstances").keySet())
                .containsExactlyInAnyOrder("Action", "Version", "StackSetName", "MaxResults");
    }

    @Test
    void missingInstanceIsAbsent() throws Exception {
        aws.error("DescribeStackInstance", 404, "StackInstanceNotFoundException", "not found");

        assertThat(client.instance("web", "111122223333", "eu-west-1", null)).isEmpty();
    }

    @Test
    void operationIsAskedToStop() throws Exception {
        aws.ok("StopStackSetOperation", "");

        client.stop("web", "op-1", CallAs.DELEGATED_ADMIN);

        assertThat(form("StopStackSetOperation"))
                .containsEntry("OperationId", "op-1")
                .containsEntry("CallAs", "DELEGATED_ADMIN");
    }

    @Test
    void readsAndWritesHaveBudgetsOfTheirOwn() throws Exception {
        aws.ok("StopStackSetOperation", "").ok("ListStackInstances", "<Summaries/>");
        AwsSettings usual = aws.settings();
        AwsSettings few = new AwsSettings(usual.identity(), null, usual.region(), usual.endpoints(), null, 5);
        Budgets budgets = new Budgets(InstantSource.fixed(Instant.EPOCH));
        try (AwsAccess limited = new SharedSessions().access(few, budgets)) {
            limited.stackSets().stop("web", "op-1", null);

            assertThatThrownBy(() -> limited.stackSets().stop("web", "op-1", null))
                    .isInstanceOf(OverBudgetException.class);
            limited.stackSets().instances("web", null, null, InstanceFilter.ALL);
        }
        assertThat(aws.asked("StopStackSetOperation")).hasSize(1);
    }

    @Test
    void throttlingMakesTheBudgetOfItsKindSmaller() throws Exception {
        aws.error("ListStackInstances", 400, "Throttling", "Rate exceeded").ok("StopStackSetOperation", "");
        Budgets budgets = new Budgets(InstantSource.fixed(Instant.EPOCH));
        try (AwsAccess limited = new SharedSessions().access(aws.settings(), budgets)) {
            limited.stackSets().stop("web", "op-1", null);
            CloudException failed = catchThrowableOfType(
                    CloudException.class, () -> limited.stackSets().instances("web", null, null, InstanceFilter.ALL));

            assertThat(failed.kind()).isEqualTo(FaultKind.THROTTLED);
            assertThat(budgets.of(limited.stackSets().group(), "reads", 1).callsPerMinute())
                    .isEqualTo(120);
            assertThat(budgets.of(limited.stackSets().group(), "writes", 1).callsPerMinute())
                    .isEqualTo(48);
        }
    }
}
