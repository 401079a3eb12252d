package io.jenkins.plugins.stackdeploy.steps;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.stackdeploy.embedded.PipelineRun;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page of a build shows of stack sets. */
class StackSetRecordsTest {
    @TempDir
    Path folder;

    @Test
    void aStackSetIsShownWithWhatBecameOfEachInstance() throws Exception {
        try (AwsFixture fixture = new AwsFixture(folder, 120)) {
            fixture.file("main.yaml", StackSetReader.TEMPLATE);
            PipelineRun run = fixture.begin("p", """
                    node {
                        checkout scm
                        def p = stackSetPlan stackSetName: 'web', template: 'main.yaml', connection: 'aws',
                            deploymentTargets: ['111111222222', '333333444444'], regions: ['us-east-1', 'eu-west-1'],
                            secretParameters: [Password: 'db-password']
                        stackSetDeploy plan: p
                    }
                    """, Map.of());
            run.awaitResult(AwsFixture.LIMIT);
            String page = fixture.jenkins.serve(0) + run.getUrl() + "deployments/data";
            HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(page)).build(), HttpResponse.BodyHandlers.ofByteArray());

            JsonNode shown = new ObjectMapper().readTree(answer.body()).path("deployments");
            assertThat(shown).as(run.getLog()).hasSize(2);
            assertThat(shown.get(0).path("target").asText()).isEqualTo("STACK_SET_PLAN");
            assertThat(shown.get(0).path("state").asText()).isEqualTo("SUCCESS");
            assertThat(shown.get(0).path("instances")).isEmpty();
            JsonNode set = shown.get(1);
            assertThat(set.path("target").asText()).isEqualTo("STACK_SET");
            assertThat(set.path("name").asText()).isEqualTo("web");
            assertThat(set.path("action").asText()).isEqualTo("CREATE");
            assertThat(set.path("state").asText()).isEqualTo("SUCCESS");
            assertThat(set.path("status").asText()).isEqualTo("SUCCEEDED");
            assertThat(set.path("expected").asInt()).isEqualTo(4);
            assertThat(set.path("consoleUrl").asText()).startsWith("https://");
            assertThat(set.path("instances"))
                    .hasSize(4)
                    .allSatisfy(instance -> assertThat(instance.get(3).asText()).isEqualTo("DONE"));
            assertThat(set.path("instances").get(0).get(0).asText()).isEqualTo("111111222222");
            assertThat(set.path("instances").get(0).get(1).asText()).isEqualTo("eu-west-1");
        }
    }
}
