package io.jenkins.plugins.stackdeploy.localcloud;

import static io.jenkins.plugins.stackdeploy.localcloud.LocalRosFixture.field;
import static io.jenkins.plugins.stackdeploy.localcloud.LocalRosFixture.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.stackdeploy.localcloud.stack.FailOn;
import io.jenkins.plugins.stackdeploy.localcloud.stack.FailureRule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FailureTest {
    private static final String SOLD_OUT = """
            Resources:
              Vpc: {Type: ALIYUN::ECS::VPC}
              Slow: {Type: ALIYUN::ECS::Instance}
              Db:
                Type: ALIYUN::RDS::DBInstance
                DependsOn: Vpc
                Metadata:
                  LocalCloud: {FailOn: CREATE, Reason: The zone is sold out., Code: OperationDenied.OutofStock, Seconds: 12}
              Never: {Type: ALIYUN::OSS::Bucket, DependsOn: Db}
            """;
    private static final String GOOD = """
            Resources:
              A: {Type: ALIYUN::OSS::Bucket, Properties: {Tag: old}}
              B: {Type: ALIYUN::OSS::Bucket, DependsOn: A}
            """;
    private static final String BAD = """
            Resources:
              A: {Type: ALIYUN::OSS::Bucket, Properties: {Tag: new}}
              New: {Type: ALIYUN::OSS::Bucket, DependsOn: A}
              B:
                Type: ALIYUN::OSS::Bucket
                DependsOn: New
                Properties: {Tag: new}
                Metadata: {LocalCloud: {FailOn: UPDATE, Reason: Tags are frozen.}}
            """;

    private LocalRosFixture fixture;

    @BeforeEach
    void start() throws Exception {
        fixture = LocalRosFixture.start();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void aFailedCreateIsSeenAsFailedAndThenRolledBack() throws Exception {
        String id = fixture.create("s", SOLD_OUT);

        fixture.later(18);
        JsonNode failed = fixture.stack(id);
        fixture.later(3);
        String rollingBack = fixture.status(id);
        fixture.later(600);
        JsonNode end = fixture.stack(id);

        assertThat(failed.get("Status").asText()).isEqualTo("CREATE_FAILED");
        assertThat(failed.get("StatusReason").asText()).isEqualTo("Resource CREATE failed: The zone is sold out.");
        assertThat(failed.get("OperationInfo").get("LogicalResourceId").asText())
                .isEqualTo("Db");
        assertThat(failed.get("OperationInfo").get("Action").asText()).isEqualTo("CreateDBInstance");
        assertThat(failed.get("OperationInfo").get("Code").asText()).isEqualTo("OperationDenied.OutofStock");
        assertThat(rollingBack).isEqualTo("CREATE_ROLLBACK_IN_PROGRESS");
        assertThat(end.get("Status").asText()).isEqualTo("CREATE_ROLLBACK_COMPLETE");
        assertThat(fixture.events(id))
                .containsSubsequence(
                        "Vpc CREATE_COMPLETE",
                        "Db CREATE_IN_PROGRESS",
                        "Db CREATE_FAILED",
                        "Slow CREATE_FAILED",
                        "s CREATE_FAILED",
                        "s CREATE_ROLLBACK_IN_PROGRESS",
                        "Db DELETE_IN_PROGRESS",
                        "Db DELETE_COMPLETE",
                        "Vpc DELETE_IN_PROGRESS",
                        "s CREATE_ROLLBACK_COMPLETE")
                .doesNotContain("Never CREATE_IN_PROGRESS");
    }

    @Test
    void whatRanBesideAFailureIsAborted() throws Exception {
        String id = fixture.created("s", SOLD_OUT);

        JsonNode events = fixture.call(
                        "ListStackEvents", "StackId", id, "LogicalResourceId.1", "Slow", "Status.1", "CREATE_FAILED")
                .get("Events");

        assertThat(field(events, "StatusReason")).containsExactly("CREATE aborted");
    }

    @Test
    void withoutRollbackAFailedCreateStaysAndCannotBeUpdated() throws Exception {
        String id = fixture.created("s", SOLD_OUT, "DisableRollback", "true");

        assertThat(fixture.status(id)).isEqualTo("CREATE_FAILED");
        JsonNode resources = fixture.call("ListStackResources", "StackId", id).get("Resources");
        assertThat(field(resources, "LogicalResourceId")).contains("Vpc", "Db", "Never");
        assertThat(field(resources, "Status")).contains("CREATE_COMPLETE", "CREATE_FAILED", "INIT_COMPLETE");
        assertThat(refused(() -> fixture.update(id, GOOD)).getCode()).isEqualTo("NotSupported");
    }

    @Test
    void aFailedCreateIsContinuedWhereItFailed() throws Exception {
        String id = fixture.created("s", SOLD_OUT, "DisableRollback", "true");
        String repaired = LocalRosFixture.HEADER + SOLD_OUT.replace("FailOn: CREATE, ", "");

        fixture.call("ContinueCreateStack", "StackId", id, "TemplateBody", repaired);
        fixture.later(3600);

        assertThat(fixture.status(id)).isEqualTo("CREATE_COMPLETE");
        assertThat(fixture.events(id).stream().filter("Vpc CREATE_IN_PROGRESS"::equals))
                .hasSize(1);
        assertThat(fixture.events(id))
                .containsSubsequence(
                        "Db CREATE_FAILED", "Db CREATE_COMPLETE", "Never CREATE_COMPLETE", "s CREATE_COMPLETE");
    }

    @Test
    void whatFailedCanBeIgnored() throws Exception {
        String id = fixture.created(
                "s", SOLD_OUT + "Outputs: {Db: {Value: !Ref Db}, Vpc: {Value: !Ref Vpc}}\n", "DisableRollback", "true");

        fixture.call("ContinueCreateStack", "StackId", id, "Mode", "Ignore");
        fixture.later(3600);

        JsonNode stack = fixture.stack(id);
        assertThat(stack.get("Status").asText()).isEqualTo("CREATE_COMPLETE");
        assertThat(field(stack.get("Outputs"), "OutputKey")).containsExactly("Vpc");
        assertThat(field(fixture.call("ListStackResources", "StackId", id).get("Resources"), "LogicalResourceId"))
                .containsExactly("Vpc");
    }

    @Test
    void onlyAFailedCreateCanBeContinued() throws Exception {
        String id = fixture.created("s", GOOD);

        assertThat(refused(() -> fixture.call("ContinueCreateStack", "StackId", id))
                        .getCode())
                .isEqualTo("ContinueCreateStackValidationFailed");
    }

    @Test
    void aFailedUpdateIsRolledBackToWhatWasThere() throws Exception {
        String id = fixture.created("s", GOOD);

        fixture.update(id, BAD);
        fixture.later(8);
        String failed = fixture.status(id);
        fixture.later(3600);

        JsonNode end = fixture.stack(id);
        assertThat(failed).isEqualTo("UPDATE_FAILED");
        assertThat(end.get("Status").asText()).isEqualTo("ROLLBACK_COMPLETE");
        assertThat(fixture.events(id))
                .containsSubsequence(
                        "A UPDATE_COMPLETE",
                        "New CREATE_COMPLETE",
                        "B UPDATE_FAILED",
                        "s UPDATE_FAILED",
                        "s ROLLBACK_IN_PROGRESS",
                        "A UPDATE_COMPLETE",
                        "B UPDATE_COMPLETE",
                        "New DELETE_COMPLETE",
                        "s ROLLBACK_COMPLETE");
        assertThat(refused(() -> fixture.update(id, GOOD)).getMessage()).contains("completely same stack");
        assertThat(fixture.call("GetTemplate", "StackId", id, "TemplateStage", "Original")
                        .get("TemplateBody")
                        .asText())
                .isEqualTo(LocalRosFixture.HEADER + GOOD);
    }

    @Test
    void withoutRollbackAFailedUpdateStaysAndCanBeRepeated() throws Exception {
        String id = fixture.created("s", GOOD);

        fixture.update(id, BAD, "DisableRollback", "true");
        fixture.later(3600);
        String failed = fixture.status(id);
        fixture.update(id, BAD.replace("FailOn: UPDATE, ", ""));
        fixture.later(3600);

        assertThat(failed).isEqualTo("UPDATE_FAILED");
        assertThat(fixture.status(id)).isEqualTo("UPDATE_COMPLETE");
    }

    @Test
    void aFailedRollbackNamesTheFirstCause() throws Exception {
        String stuck = BAD.replace("FailOn: UPDATE", "FailOn: [UPDATE, ROLLBACK]");
        String id = fixture.created("s", GOOD);

        fixture.update(id, stuck);
        fixture.later(3600);

        JsonNode stack = fixture.stack(id);
        assertThat(stack.get("Status").asText()).isEqualTo("ROLLBACK_FAILED");
        assertThat(stack.get("StatusReason").asText()).isEqualTo("Resource ROLLBACK failed: Tags are frozen.");
        assertThat(stack.get("RollbackFailedRootReason").asText())
                .isEqualTo("Resource UPDATE failed: Tags are frozen.");
    }

    @Test
    void aFailedRollbackOfACreateIsNamedForTheCreate() throws Exception {
        fixture.ros.failures().add(new FailureRule("s", "Vpc", FailOn.ROLLBACK, "The VPC is in use."));

        String id = fixture.created("s", SOLD_OUT);

        assertThat(fixture.status(id)).isEqualTo("CREATE_ROLLBACK_FAILED");
        assertThat(fixture.stack(id).get("RollbackFailedRootReason").asText()).contains("sold out");
    }

    @Test
    void aFailedDeleteLeavesTheStackToBeDeletedAgain() throws Exception {
        String id = fixture.created("s", GOOD);
        fixture.ros.failures().add(new FailureRule("*", "A", FailOn.DELETE, "The bucket is not empty."));

        fixture.call("DeleteStack", "StackId", id);
        fixture.later(3600);
        JsonNode failed = fixture.stack(id);
        fixture.call("DeleteStack", "StackId", id, "RetainResources.1", "A");
        fixture.later(3600);

        assertThat(failed.get("Status").asText()).isEqualTo("DELETE_FAILED");
        assertThat(failed.get("StatusReason").asText()).isEqualTo("Resource DELETE failed: The bucket is not empty.");
        assertThat(fixture.status(id)).isEqualTo("DELETE_COMPLETE");
    }

    @Test
    void anOperationTimesOut() throws Exception {
        String id = fixture.create(
                "s",
                "Resources: {Db: {Type: ALIYUN::RDS::DBInstance, Metadata: {LocalCloud: {Seconds: 700}}}}\n",
                "TimeoutInMinutes",
                "10");

        fixture.later(600);

        assertThat(fixture.stack(id).get("StatusReason").asText()).isEqualTo("Create timed out");
        fixture.later(3600);
        assertThat(fixture.status(id)).isEqualTo("CREATE_ROLLBACK_COMPLETE");
    }

    @Test
    void parallelismLimitsHowManyResourcesAreWorkedOn() throws Exception {
        String three = """
                Resources:
                  A: {Type: ALIYUN::OSS::Bucket}
                  B: {Type: ALIYUN::OSS::Bucket}
                  C: {Type: ALIYUN::OSS::Bucket}
                """;

        String wide = fixture.create("wide", three);
        String narrow = fixture.create("narrow", three, "Parallelism", "1");
        fixture.later(4);

        assertThat(fixture.status(wide)).isEqualTo("CREATE_COMPLETE");
        assertThat(fixture.events(narrow)).endsWith("A CREATE_COMPLETE", "B CREATE_IN_PROGRESS");
    }

    @Test
    void abandonedStacksVanishAfterTheirCreation() throws Exception {
        String good = fixture.create("good", GOOD, "CreateOption", "AbandonStackOnCreationComplete");
        String bad = fixture.create("bad", SOLD_OUT, "CreateOption", "AbandonStackOnCreationRollbackComplete");
        fixture.later(7);
        assertThat(fixture.status(good)).isEqualTo("CREATE_COMPLETE");

        fixture.later(3600);

        assertThat(refused(() -> fixture.status(good)).getCode()).isEqualTo("StackNotFound");
        assertThat(refused(() -> fixture.status(bad)).getCode()).isEqualTo("StackNotFound");
        assertThat(fixture.create("good", GOOD)).isNotEqualTo(good);
    }
}
