package io.jenkins.plugins.stackdeploy.localcloud;

import static io.jenkins.plugins.stackdeploy.localcloud.LocalRosFixture.field;
import static io.jenkins.plugins.stackdeploy.localcloud.LocalRosFixture.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aliyun.tea.TeaException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StackLifecycleTest {
    private static final String NETWORK = """
            Description: a network
            Parameters:
              Cidr: {Type: String, Default: 10.0.0.0/8}
              Secret: {Type: String, Default: s3cret, NoEcho: true}
            Resources:
              Switch:
                Type: ALIYUN::ECS::VSwitch
                Properties: {VpcId: !Ref Vpc, CidrBlock: 10.1.0.0/16}
              Vpc:
                Type: ALIYUN::ECS::VPC
                Properties: {CidrBlock: !Ref Cidr, VpcName: !Sub 'net-${ALIYUN::StackName}'}
            Outputs:
              VpcId: {Description: the network, Value: !GetAtt Vpc.VpcId}
              Label: {Value: !Join ['/', [!Ref Vpc, !GetAtt Vpc.VpcName, !Ref Cidr]]}
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
    void creatingTakesTheTimeOfItsResourcesInDependencyOrder() throws Exception {
        String id = fixture.create("net", NETWORK);

        assertThat(fixture.status(id)).isEqualTo("CREATE_IN_PROGRESS");
        fixture.later(6);
        assertThat(fixture.events(id))
                .containsExactly(
                        "net CREATE_IN_PROGRESS",
                        "Vpc CREATE_IN_PROGRESS",
                        "Vpc CREATE_COMPLETE",
                        "Switch CREATE_IN_PROGRESS");
        fixture.later(6);
        assertThat(fixture.status(id)).isEqualTo("CREATE_COMPLETE");
        assertThat(fixture.events(id)).endsWith("Switch CREATE_COMPLETE", "net CREATE_COMPLETE");
    }

    @Test
    void aCompleteStackShowsOutputsParametersAndTimes() throws Exception {
        String id = fixture.created("net", NETWORK);

        JsonNode stack = fixture.stack(id);
        assertThat(stack.get("CreateTime").asText()).isEqualTo("2026-03-01T08:00:00");
        assertThat(stack.get("UpdateTime").asText()).isEqualTo("2026-03-01T08:00:11");
        assertThat(stack.get("Description").asText()).isEqualTo("a network");
        assertThat(field(stack.get("Outputs"), "OutputKey")).containsExactly("VpcId", "Label");
        String vpcId = stack.get("Outputs").get(0).get("OutputValue").asText();
        assertThat(vpcId).startsWith("vpc-bp1");
        assertThat(stack.get("Outputs").get(1).get("OutputValue").asText()).isEqualTo(vpcId + "/net-net/10.0.0.0/8");
        assertThat(field(stack.get("Parameters"), "ParameterKey"))
                .contains("Cidr", "Secret", "ALIYUN::StackId", "ALIYUN::Region", "ALIYUN::NoValue");
        assertThat(field(stack.get("Parameters"), "ParameterValue"))
                .contains("******", id)
                .doesNotContain("s3cret");
        assertThat(fixture.call("GetStack", "StackId", id, "OutputOption", "Disabled")
                        .has("Outputs"))
                .isFalse();
    }

    @Test
    void aNameIsTakenWhileItsStackLives() throws Exception {
        fixture.created("net", NETWORK);

        TeaException error = refused(() -> fixture.create("net", NETWORK));

        assertThat(error.getCode()).isEqualTo("StackExists");
        assertThat(error.getStatusCode()).isEqualTo(409);
        assertThat(error.getData()).containsKeys("RequestId", "HostId");
    }

    @Test
    void aRunningOperationKeepsOthersOut() throws Exception {
        String id = fixture.create("net", NETWORK);

        TeaException update = refused(() -> fixture.update(id, NETWORK, "DisableRollback", "true"));
        TeaException delete = refused(() -> fixture.call("DeleteStack", "StackId", id));

        assertThat(update.getCode()).isEqualTo("ActionInProgress");
        assertThat(update.getMessage()).contains("Stack net already has an action (CREATE) in progress.");
        assertThat(delete.getStatusCode()).isEqualTo(409);
    }

    @Test
    void updatingChangesWhatDiffersAndNothingElse() throws Exception {
        String id = fixture.created("net", NETWORK);

        fixture.update(id, NETWORK.replace("10.1.0.0/16", "10.2.0.0/16"), "ReplacementOption", "Enabled");

        assertThat(fixture.status(id)).isEqualTo("UPDATE_IN_PROGRESS");
        fixture.later(60);
        assertThat(fixture.status(id)).isEqualTo("UPDATE_COMPLETE");
        assertThat(fixture.events(id))
                .endsWith(
                        "net UPDATE_IN_PROGRESS",
                        "Switch UPDATE_IN_PROGRESS",
                        "Switch UPDATE_COMPLETE",
                        "net UPDATE_COMPLETE")
                .doesNotContain("Vpc UPDATE_IN_PROGRESS");
        assertThat(fixture.stack(id).get("UpdateTime").asText()).isEqualTo("2026-03-01T09:00:00");
    }

    @Test
    void aChangeThatNeedsANewResourceHasToBeAllowed() throws Exception {
        String id = fixture.created("net", NETWORK);

        TeaException error = refused(() -> fixture.update(id, NETWORK.replace("10.1.0.0/16", "10.2.0.0/16")));

        assertThat(error.getCode()).isEqualTo("StackValidationFailed");
        assertThat(error.getMessage()).contains("Switch").contains("CidrBlock");
    }

    @Test
    void anUpdateWithoutDifferencesIsRefusedButNotAsADryRun() throws Exception {
        String id = fixture.created("net", NETWORK);

        TeaException error = refused(() -> fixture.update(id, NETWORK));
        JsonNode dryRun = fixture.call(
                "UpdateStack", "StackId", id, "TemplateBody", LocalRosFixture.HEADER + NETWORK, "DryRun", "true");

        assertThat(error.getCode()).isEqualTo("NotSupported");
        assertThat(error.getMessage()).contains("Update the completely same stack is not supported");
        assertThat(dryRun.get("StackId").asText()).isEqualTo(id);
        assertThat(fixture.status(id)).isEqualTo("CREATE_COMPLETE");
    }

    @Test
    void resourcesThatTheTemplateNoLongerHasAreDeletedLast() throws Exception {
        String more = """
                Resources:
                  A: {Type: ALIYUN::OSS::Bucket}
                  B: {Type: ALIYUN::OSS::Bucket, DependsOn: A}
                """;
        String less = """
                Resources:
                  C: {Type: ALIYUN::OSS::Bucket}
                """;
        String id = fixture.created("s", more);

        fixture.update(id, less);
        fixture.later(60);

        assertThat(fixture.events(id))
                .endsWith(
                        "C CREATE_IN_PROGRESS",
                        "C CREATE_COMPLETE",
                        "B DELETE_IN_PROGRESS",
                        "B DELETE_COMPLETE",
                        "A DELETE_IN_PROGRESS",
                        "A DELETE_COMPLETE",
                        "s UPDATE_COMPLETE");
        JsonNode resources = fixture.call("ListStackResources", "StackId", id).get("Resources");
        assertThat(field(resources, "LogicalResourceId")).containsExactly("C");
    }

    @Test
    void usePreviousParametersKeepsWhatIsNotGiven() throws Exception {
        String id = fixture.created(
                "net", NETWORK, "Parameters.1.ParameterKey", "Cidr", "Parameters.1.ParameterValue", "172.16.0.0/12");

        TeaException same = refused(() -> fixture.update(id, NETWORK, "UsePreviousParameters", "true"));
        fixture.update(id, NETWORK, "ReplacementOption", "Enabled");
        fixture.later(600);

        assertThat(same.getCode()).isEqualTo("NotSupported");
        assertThat(field(fixture.stack(id).get("Parameters"), "ParameterValue")).contains("10.0.0.0/8");
    }

    @Test
    void deletingRemovesDependentsFirstAndFreesTheName() throws Exception {
        String id = fixture.created("net", NETWORK);

        fixture.call("DeleteStack", "StackId", id);

        assertThat(fixture.status(id)).isEqualTo("DELETE_IN_PROGRESS");
        fixture.later(60);
        assertThat(fixture.status(id)).isEqualTo("DELETE_COMPLETE");
        assertThat(fixture.events(id))
                .endsWith(
                        "Switch DELETE_IN_PROGRESS",
                        "Switch DELETE_COMPLETE",
                        "Vpc DELETE_IN_PROGRESS",
                        "Vpc DELETE_COMPLETE",
                        "net DELETE_COMPLETE");
        assertThat(fixture.call("ListStacks").get("TotalCount").asInt()).isZero();
        assertThat(fixture.call("ListStacks", "Status.1", "DELETE_COMPLETE")
                        .get("TotalCount")
                        .asInt())
                .isEqualTo(1);
        assertThat(fixture.create("net", NETWORK)).isNotEqualTo(id);
    }

    @Test
    void aDeletedStackIsForgottenAfterAWhileOrAtOnce() throws Exception {
        String id = fixture.created("net", NETWORK);
        fixture.call("DeleteStack", "StackId", id);
        fixture.later(3600 * 2);
        assertThat(refused(() -> fixture.status(id)).getCode()).isEqualTo("StackNotFound");

        try (LocalRosFixture forgetful =
                new LocalRosFixture(LocalRos.builder().options(o -> o.withDeletedStacksVisible(Duration.ZERO)))) {
            String other = forgetful.created("net", NETWORK);
            forgetful.call("DeleteStack", "StackId", other);
            forgetful.later(60);
            assertThat(refused(() -> forgetful.status(other)).getStatusCode()).isEqualTo(404);
        }
    }

    @Test
    void retainedResourcesAreLetGoWithoutBeingDeleted() throws Exception {
        String id = fixture.created("net", NETWORK);

        fixture.call("DeleteStack", "StackId", id, "RetainResources.1", "Vpc");
        fixture.later(60);

        assertThat(fixture.events(id))
                .contains("Switch DELETE_IN_PROGRESS", "Vpc DELETE_COMPLETE")
                .doesNotContain("Vpc DELETE_IN_PROGRESS");
    }

    @Test
    void staleReadsShowTheOldStatusForAWhileAfterAnUpdate() throws Exception {
        try (LocalRosFixture stale =
                new LocalRosFixture(LocalRos.builder().options(o -> o.withStaleAfterUpdate(Duration.ofSeconds(5))))) {
            String id = stale.created("net", NETWORK);
            String before = stale.stack(id).get("UpdateTime").asText();

            stale.update(id, NETWORK.replace("a network", "the network"));
            stale.later(4);
            JsonNode seen = stale.stack(id);
            stale.later(1);

            assertThat(seen.get("Status").asText()).isEqualTo("CREATE_COMPLETE");
            assertThat(seen.get("UpdateTime").asText()).isEqualTo(before);
            assertThat(stale.status(id)).isEqualTo("UPDATE_COMPLETE");
        }
    }

    @Test
    void updateTimeTellsUpdatesApartEvenInScaledTime() throws Exception {
        try (LocalRosFixture fast = new LocalRosFixture(LocalRos.builder().timeScale(10_000))) {
            String id = fast.create("net", NETWORK);
            fast.clock.advance(Duration.ofMillis(100));
            JsonNode before = fast.stack(id);

            fast.update(id, NETWORK.replace("a network", "the network"));
            fast.clock.advance(Duration.ofMillis(100));
            JsonNode after = fast.stack(id);

            assertThat(before.get("Status").asText()).isEqualTo("CREATE_COMPLETE");
            assertThat(after.get("Status").asText()).isEqualTo("UPDATE_COMPLETE");
            assertThat(after.get("UpdateTime")).isNotEqualTo(before.get("UpdateTime"));
        }
    }

    @Test
    void ofCompetingCreatesOneWins() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Boolean>> attempts = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                attempts.add(threads.submit(() -> refused(() -> fixture.create("net", NETWORK)) == null));
            }
            int winners = 0;
            for (Future<Boolean> attempt : attempts) {
                winners += attempt.get() ? 1 : 0;
            }

            assertThat(winners).isEqualTo(1);
            assertThat(fixture.ros.effects("CreateStack")).hasSize(1);
            assertThat(fixture.ros.requests()).extracting(r -> r.code()).containsOnly("OK", "StackExists");
        } finally {
            threads.shutdownNow();
        }
    }
}
