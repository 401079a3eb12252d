package io.jenkins.plugins.stackdeploy.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hudson.model.Run;
import io.jenkins.plugins.stackdeploy.embedded.PipelineRun;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page of a build shows of real deployments. */
class DeploymentRecordsTest {
    @TempDir
    Path folder;

    private DeployFixture fixture;

    @BeforeEach
    void start() throws Exception {
        fixture = new DeployFixture(folder, 120);
        fixture.file("main.yaml", StepTemplates.VPC);
        fixture.file("failing.yaml", StepTemplates.FAILING);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private List<JsonNode> shown(Run<?, ?> run) throws Exception {
        String page = fixture.jenkins.serve(0) + run.getUrl() + "deployments/data";
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(page)).build(), HttpResponse.BodyHandlers.ofByteArray());
        List<JsonNode> deployments = new ArrayList<>();
        new ObjectMapper().readTree(answer.body()).path("deployments").forEach(deployments::add);
        return deployments;
    }

    private PipelineRun run(String steps) throws Exception {
        PipelineRun run = fixture.begin("p", "node { checkout scm\n" + steps + "\n}", Map.of());
        run.awaitResult(DeployFixture.LIMIT);
        return run;
    }

    @Test
    void aStackThatIsCreatedUpdatedLeftAloneAndDeletedIsShownFourTimes() throws Exception {
        List<JsonNode> shown = shown(run("""
                def args = [stackName: 'web', template: 'main.yaml', connection: 'local']
                rosDeploy(args)
                rosDeploy(args + [parameters: [Name: 'second'], secretParameters: [Password: 'db-password']])
                rosDeploy(args + [parameters: [Name: 'second'], secretParameters: [Password: 'db-password']])
                rosDelete stackName: 'web', connection: 'local'"""));

        assertThat(shown)
                .extracting(each -> each.path("action").asText())
                .containsExactly("CREATE", "UPDATE", "NONE", "DELETE");
        assertThat(shown).allSatisfy(each -> {
            assertThat(each.path("state").asText()).isEqualTo("SUCCESS");
            assertThat(each.path("region").asText()).isEqualTo("cn-hangzhou");
            assertThat(each.path("name").asText()).isEqualTo("web");
            assertThat(each.path("consoleUrl").asText()).startsWith("https://ros.console.aliyun.com/");
        });
        assertThat(shown).extracting(each -> each.path("changed").asBoolean()).containsExactly(true, true, false, true);
        JsonNode created = shown.get(0);
        assertThat(created.path("expected").asInt()).isEqualTo(1);
        assertThat(shown.get(1).path("expected").asInt()).as("of an update").isZero();
        assertThat(created.path("status").asText()).isEqualTo("CREATE_COMPLETE");
        assertThat(created.path("outputs").path("VpcId").asText()).startsWith("vpc-");
        assertThat(created.path("resources")).hasSize(1);
        assertThat(created.path("resources").get(0).path("path").asText()).isEqualTo("Vpc");
        assertThat(created.path("resources").get(0).path("tone").asText()).isEqualTo("DONE");
        assertThat(shown.get(2).path("resources")).isEmpty();
    }

    @Test
    void aPlanIsShownAsAPlanAndItsDeploymentAsADeployment() throws Exception {
        List<JsonNode> shown = shown(run("""
                def p = rosPlan stackName: 'web', template: 'main.yaml', connection: 'local'
                rosDeploy plan: p, connection: 'local'"""));

        assertThat(shown).extracting(each -> each.path("target").asText()).containsExactly("ROS_PLAN", "ROS_STACK");
        assertThat(shown).allSatisfy(each -> {
            assertThat(each.path("state").asText()).isEqualTo("SUCCESS");
            assertThat(each.path("action").asText()).isEqualTo("CREATE");
        });
        assertThat(shown.get(0).path("resources")).isEmpty();
        assertThat(shown.get(1).path("resources").get(0).path("status").asText())
                .isEqualTo("CREATE_COMPLETE");
    }

    @Test
    void aFailureIsShownWithItsCauseEvenWhenTheLogShowsFewEvents() throws Exception {
        List<JsonNode> shown = shown(run("""
                rosDeploy stackName: 'web', template: 'failing.yaml', connection: 'local', onFailure: 'ignore',
                          events: 'failures', secretParameters: [Password: 'db-password']"""));

        JsonNode failed = shown.get(0);
        assertThat(failed.path("state").asText()).isEqualTo("FAILURE");
        assertThat(failed.path("failure").path("causes").get(0).path("path").asText())
                .isEqualTo("Vpc");
        assertThat(failed.path("failure").path("causes").get(0).path("reason").asText())
                .contains("Quota of VPCs exceeded");
        assertThat(failed.path("resources").get(0).path("reason").asText()).contains("Quota of VPCs exceeded");
    }

    @Test
    void aKillInBetweenLosesNothingAndTellsNothingTwice() throws Exception {
        fixture.close();
        fixture = new DeployFixture(folder.resolve("slow"), 100);
        fixture.file(
                "main.yaml",
                StepTemplates.VPC.replace(
                        "    Properties:", "    Metadata: {LocalCloud: {Seconds: 150}}\n    Properties:"));
        PipelineRun run = fixture.begin(
                "p",
                "node { checkout scm\n rosDeploy stackName: 'web', template: 'main.yaml', connection: 'local' }",
                Map.of());
        await().atMost(DeployFixture.LIMIT).until(() -> events(run).contains("CREATE_IN_PROGRESS\",\"reason"));

        PipelineRun resumed = fixture.killAndResume("p");
        resumed.awaitResult(DeployFixture.LIMIT);

        List<JsonNode> shown = shown(resumed);
        assertThat(shown).hasSize(1);
        assertThat(shown.get(0).path("state").asText()).isEqualTo("SUCCESS");
        assertThat(shown.get(0).path("resources").get(0).path("spans")).hasSize(1);
    }

    @Test
    void secretsAreNotInTheFiles() throws Exception {
        fixture.file(
                "telling.yaml",
                StepTemplates.VPC.replace("  VpcId: {Value: !Ref Vpc}", "  Told: {Value: !Ref Password}"));
        PipelineRun run = run("""
                rosDeploy stackName: 'web', template: 'telling.yaml', connection: 'local',
                          secretParameters: [Password: 'db-password']""");

        assertThat(events(run)).contains("\"Told\"").doesNotContain(DeployFixture.PASSWORD, DeployFixture.SECRET);
    }

    private static String events(Run<?, ?> run) throws Exception {
        Path folder = run.getRootDir().toPath().resolve("stack-deploy");
        if (!Files.isDirectory(folder)) {
            return "";
        }
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(each -> each.endsWith("events.jsonl")).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }
}
