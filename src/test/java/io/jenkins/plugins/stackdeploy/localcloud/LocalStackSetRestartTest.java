package io.jenkins.plugins.stackdeploy.localcloud;

import static io.jenkins.plugins.stackdeploy.localcloud.LocalAwsFixture.A;
import static io.jenkins.plugins.stackdeploy.localcloud.LocalAwsFixture.B;
import static io.jenkins.plugins.stackdeploy.localcloud.LocalAwsFixture.SET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.stackdeploy.localcloud.stackset.InstanceFailure;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.StackSetOperationStatus;

/** A new endpoint over the files of an earlier one, which nothing has told to finish. */
class LocalStackSetRestartTest {
    private static final String EU = "eu-west-1";

    @TempDir
    private Path state;

    private final MovableClock clock = new MovableClock();

    @Test
    void anOperationGoesOnWhereTheClockIs() throws Exception {
        try (LocalAwsFixture first = open()) {
            first.createSet();
            first.aws.failures().add(InstanceFailure.always(SET, B, EU, "Full.").of("Queue"));
            first.create(r -> r.accounts(A, B).regions(EU).operationId("build-7"));
            first.later(5);
            assertThat(first.results("build-7").get(A + "/" + EU)).isEqualTo("RUNNING");
        }
        clock.advance(Duration.ofSeconds(20));
        try (LocalAwsFixture second = open()) {
            assertThat(second.results("build-7")).isEqualTo(Map.of(A + "/" + EU, "SUCCEEDED", B + "/" + EU, "RUNNING"));
            assertThat(second.instance(A, EU).stackId()).isNotNull();
            assertThat(second.create(r -> r.accounts(A, B).regions(EU).operationId("build-7")))
                    .isEqualTo("build-7");
            second.later(60);
            assertThat(second.status("build-7")).isEqualTo("FAILED");
            assertThat(second.aws.effects("CreateStackInstances")).hasSize(1);
            assertThat(second.instances())
                    .isEqualTo(Map.of(A + "/" + EU, "CURRENT SUCCEEDED", B + "/" + EU, "OUTDATED FAILED"));
        }
    }

    @Test
    void everyKindOfStateSurvives() throws Exception {
        try (LocalAwsFixture first = open()) {
            first.createSet();
            first.create(r -> r.accounts(A, B).regions(EU).parameterOverrides(p -> p.parameterKey("Env")
                    .parameterValue("prod")));
            first.later(60);
            first.updateSet(r -> r.usePreviousTemplate(true)
                    .description("Queues up.")
                    .tags(t -> t.key("k").value("v"))
                    .managedExecution(m -> m.active(true)));
            first.later(60);
            first.client.detectStackSetDrift(r -> r.stackSetName(SET));
            first.later(60);
            first.delete(r -> r.accounts(B).regions(EU).retainStacks(false).operationId("delete"));
            first.updateInstances(r -> r.accounts(B).regions(EU).operationId("queued"));
            first.updateInstances(r -> r.accounts(B).regions(EU).operationId("stopped"));
            first.client.stopStackSetOperation(r -> r.stackSetName(SET).operationId("stopped"));
        }
        try (LocalAwsFixture second = open()) {
            assertThat(List.of(second.status("delete"), second.status("queued"), second.status("stopped")))
                    .containsExactly("RUNNING", "QUEUED", "STOPPED");
            assertThat(second.instance(A, EU).driftStatusAsString()).isEqualTo("IN_SYNC");
            assertThat(second.instance(A, EU).parameterOverrides())
                    .singleElement()
                    .satisfies(p -> assertThat(p.parameterValue()).isEqualTo("prod"));
            assertThat(second.client
                            .describeStackSet(r -> r.stackSetName(SET))
                            .stackSet()
                            .tags())
                    .hasSize(1);
            second.later(120);
            assertThat(second.status("delete")).isEqualTo("SUCCEEDED");
            assertThat(second.instances().keySet()).containsExactly(A + "/" + EU);
        }
    }

    @Test
    void aResetForgetsOnDiskToo() throws Exception {
        try (LocalAwsFixture first = open()) {
            first.createSet();
            first.aws.reset();
        }
        try (LocalAwsFixture second = open()) {
            assertThat(second.client.listStackSets().summaries()).isEmpty();
            assertThat(second.aws.requests()).hasSize(1);
        }
    }

    @Test
    void aKilledProcessLosesNothingThatItAnswered() throws Exception {
        Process first = launch();
        try (CloudFormationClient client = client(first)) {
            client.createStackSet(r -> r.stackSetName(SET).templateBody(LocalAwsFixture.TEMPLATE));
            client.createStackInstances(
                    r -> r.stackSetName(SET).accounts(A).regions(EU).operationId("build-7"));
        } finally {
            first.destroyForcibly().waitFor();
        }
        Process second = launch();
        try (CloudFormationClient client = client(second)) {
            await().until(() ->
                    client.describeStackSetOperation(r -> r.stackSetName(SET).operationId("build-7"))
                                    .stackSetOperation()
                                    .status()
                            == StackSetOperationStatus.SUCCEEDED);
            assertThat(client.listStackSetOperations(r -> r.stackSetName(SET)).summaries())
                    .hasSize(1);
        } finally {
            second.destroyForcibly().waitFor();
        }
    }

    private Process launch() throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LocalAwsMain.class.getName(),
                        "--time-scale=60",
                        "--state-dir=" + state,
                        "--account=" + AwsClients.KEY + ":" + AwsClients.SECRET + ":" + AwsClients.ACCOUNT)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static CloudFormationClient client(Process process) throws Exception {
        String endpoint =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        return AwsClients.cloudFormation(URI.create(endpoint));
    }

    private LocalAwsFixture open() throws Exception {
        return new LocalAwsFixture(LocalAws.builder().stateDir(state), clock);
    }
}
