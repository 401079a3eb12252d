package io.jenkins.plugins.stackdeploy.localcloud;

import static io.jenkins.plugins.stackdeploy.localcloud.LocalRosFixture.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aliyun.tea.TeaUnretryableException;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {
    private static final String TEMPLATE = """
            Parameters: {Size: {Type: Number, Default: 3}}
            Resources:
              Vpc: {Type: ALIYUN::ECS::VPC}
              Host: {Type: ALIYUN::ECS::Instance, Properties: {VpcId: !Ref Vpc, Size: !Ref Size}}
            """;

    @TempDir
    private Path state;

    @Test
    void aNewEndpointGoesOnWhereTheClockIs() throws Exception {
        MovableClock clock = new MovableClock();
        String id;
        List<String> before;
        try (LocalRosFixture fixture = new LocalRosFixture(LocalRos.builder().stateDir(state), clock)) {
            id = fixture.create("s", TEMPLATE, "ClientToken", "t");
            fixture.later(10);
            before = fixture.events(id);
        }
        clock.advance(Duration.ofSeconds(10));
        try (LocalRosFixture again = new LocalRosFixture(LocalRos.builder().stateDir(state), clock)) {
            assertThat(again.events(id)).isEqualTo(before);
            assertThat(again.status(id)).isEqualTo("CREATE_IN_PROGRESS");
            again.later(60);
            assertThat(again.status(id)).isEqualTo("CREATE_COMPLETE");
            assertThat(again.create("s", TEMPLATE, "ClientToken", "t")).isEqualTo(id);
            assertThat(again.ros.effects("CreateStack")).hasSize(1);
            assertThat(refused(() -> again.update(id, TEMPLATE)).getMessage()).contains("completely same");
        }
    }

    @Test
    void everyKindOfStateSurvives() throws Exception {
        MovableClock clock = new MovableClock();
        String id;
        String changeSet;
        try (LocalRosFixture fixture = new LocalRosFixture(LocalRos.builder().stateDir(state), clock)) {
            id = fixture.created("s", TEMPLATE, "DeletionProtection", "Enabled", "RamRoleName", "deployer");
            fixture.call("SetStackPolicy", "StackId", id, "StackPolicyBody", "{\"Statement\": []}");
            fixture.call("DetectStackDrift", "StackId", id);
            changeSet = fixture.call(
                            "CreateChangeSet",
                            "StackId",
                            id,
                            "ChangeSetName",
                            "c",
                            "StackPolicyDuringUpdateBody",
                            "{\"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"Update:*\", \"Resource\": \"*\"}]}",
                            "TemplateBody",
                            LocalRosFixture.HEADER + TEMPLATE.replace("3", "4"))
                    .get("ChangeSetId")
                    .asText();
        }
        clock.advance(Duration.ofSeconds(60));
        try (LocalRosFixture again = new LocalRosFixture(LocalRos.builder().stateDir(state), clock)) {
            assertThat(again.stack(id).get("RamRoleName").asText()).isEqualTo("deployer");
            assertThat(again.stack(id).get("StackDriftStatus").asText()).isEqualTo("IN_SYNC");
            assertThat(refused(() -> again.call("DeleteStack", "StackId", id))).isNotNull();
            assertThat(refused(() -> again.update(id, TEMPLATE.replace("3", "5")))
                            .getCode())
                    .isEqualTo("StackPolicyValidationFailed");
            again.call("ExecuteChangeSet", "ChangeSetId", changeSet);
            assertThat(again.status(id)).isEqualTo("UPDATE_IN_PROGRESS");
        }
    }

    @Test
    void aHalfWrittenRecordIsDropped() throws Exception {
        MovableClock clock = new MovableClock();
        try (LocalRosFixture fixture = new LocalRosFixture(LocalRos.builder().stateDir(state), clock)) {
            fixture.create("s", TEMPLATE);
        }
        Files.writeString(state.resolve("requests.jsonl"), "{\"at\":\"2026-", StandardOpenOption.APPEND);

        try (LocalRosFixture again = new LocalRosFixture(LocalRos.builder().stateDir(state), clock)) {
            again.call("ListStacks");
            assertThat(again.ros.requests()).extracting(r -> r.action()).containsExactly("CreateStack", "ListStacks");
        }
    }

    @Test
    void aKilledProcessLosesNothingThatItAnswered() throws Exception {
        Process first = launch(0);
        String id;
        int port;
        try {
            String endpoint = endpoint(first);
            port = Integer.parseInt(endpoint.substring(endpoint.indexOf(':') + 1));
            TeaRos client = client(endpoint);
            id = client.call("CreateStack", "StackName", "s", "TemplateBody", LocalRosFixture.HEADER + TEMPLATE)
                    .get("StackId")
                    .asText();
        } finally {
            first.destroyForcibly().waitFor();
        }

        Process second = launch(port);
        try {
            TeaRos client = client(endpoint(second));
            // The vendor's client shares connections between instances and does not replace a dead one by itself.
            await().ignoreExceptionsInstanceOf(TeaUnretryableException.class)
                    .until(() -> client.call("GetStack", "StackId", id)
                            .get("Status")
                            .asText()
                            .equals("CREATE_COMPLETE"));
            assertThat(refused(() -> client.call(
                                    "CreateStack", "StackName", "s", "TemplateBody", LocalRosFixture.HEADER))
                            .getCode())
                    .isEqualTo("StackExists");
        } finally {
            second.destroyForcibly().waitFor();
        }
    }

    private Process launch(int port) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LocalRosMain.class.getName(),
                        "--port=" + port,
                        "--time-scale=60",
                        "--state-dir=" + state,
                        "--account=AK:SECRET:" + TeaRos.ACCOUNT)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String endpoint(Process process) throws Exception {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }

    private static TeaRos client(String endpoint) throws Exception {
        return TeaRos.of(endpoint, TeaRos.config("AK", "SECRET"));
    }
}
