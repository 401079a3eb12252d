package io.jenkins.plugins.stackdeploy.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hudson.model.Result;
import io.jenkins.plugins.stackdeploy.credentials.StackDeployConfiguration;
import io.jenkins.plugins.stackdeploy.embedded.PipelineRun;
import io.jenkins.plugins.stackdeploy.localcloud.fault.Fault;
import io.jenkins.plugins.stackdeploy.push.Token;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotificationTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String SCRIPT = """
            node { checkout scm
                rosDeploy stackName: 'web', template: 'main.yaml', connection: 'local', onAbort: 'leave'
            }
            """;

    @TempDir
    Path folder;

    private DeployFixture fixture;
    private String root;

    @BeforeEach
    void start() throws Exception {
        fixture = new DeployFixture(folder, 60);
        // Its own looks are to be rare.
        DeployService.shutDown();
        root = fixture.jenkins.serve(0);
        fixture.file("main.yaml", StepTemplates.SLOW);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private static String token() {
        return Token.of(Arrays.asList("local", null, null), "cn-hangzhou", "web");
    }

    private int post(String token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(root + "stack-deploy-notify/" + token))
                .POST(HttpRequest.BodyPublishers.ofString("{\"Status\":\"CREATE_COMPLETE\"}"))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private long looks() {
        return fixture.ros.count("ListStacks") + fixture.ros.count("ListStackEvents");
    }

    private PipelineRun begin() throws Exception {
        PipelineRun run = fixture.begin("p", SCRIPT, Map.of());
        await().atMost(DeployFixture.LIMIT).until(() -> looks() >= 2 || !run.isBuilding());
        assertThat(run.isBuilding()).as(run.getLog()).isTrue();
        return run;
    }

    @Test
    void aNotificationMakesALookAndNothingElse() throws Exception {
        StackDeployConfiguration.get().setRosNotifications(true);
        PipelineRun run = begin();
        Instant from = Instant.now();
        long before = looks();
        for (int count = 1; count <= 4; count++) {
            long seen = looks();
            assertThat(post(token())).isEqualTo(204);
            await().pollInterval(Duration.ofMillis(5)).until(() -> looks() > seen);
        }
        long seconds = Duration.between(from, Instant.now()).toSeconds();
        assertThat(looks() - before).as("more than the deployment's own").isGreaterThan(seconds + 1);
        assertThat(run.isBuilding())
                .as("what a notification says is not believed")
                .isTrue();

        long calls = fixture.ros.requests().size();
        for (String wrong : new String[] {"", "x", "0".repeat(64), token() + "0", token() + "/x"}) {
            assertThat(post(wrong)).as(wrong).isEqualTo(404);
        }
        HttpRequest get = HttpRequest.newBuilder(URI.create(root + "stack-deploy-notify/" + token()))
                .build();
        assertThat(HTTP.send(get, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(405);
        assertThat(fixture.ros.requests().size() - calls)
                .as("at most a look of its own")
                .isLessThan(4);

        int heard = 0;
        for (int count = 0; count < 50; count++) {
            heard += post(token()) == 204 ? 1 : 0;
        }
        assertThat(heard).isLessThan(5);

        PipelineRun resumed = fixture.killAndResume("p");
        root = fixture.jenkins.serve(0);
        StackDeployConfiguration.get().setRosNotifications(true);
        await().atMost(DeployFixture.LIMIT).until(() -> post(token()) == 204);

        resumed.abort("alice");
        assertThat(resumed.awaitResult(DeployFixture.LIMIT)).isEqualTo(Result.ABORTED);
        assertThat(post(token())).isEqualTo(404);
        assertThat(resumed.getLog()).doesNotContain(token()).doesNotContain("stack-deploy-notify");
        assertThat(files("build.xml", "program.dat")).noneMatch(text -> text.contains(token()));
    }

    @Test
    void aTokenThatRosQuotesIsMasked() throws Exception {
        StackDeployConfiguration.get().setRosNotifications(true);
        fixture.ros
                .faults()
                .add(Fault.refusal(
                        "CreateStack", 400, "InvalidParameter", "NotificationURLs: " + root + token() + " no"));

        DeployFixture.Ended ended = fixture.run(SCRIPT);

        assertThat(ended.result()).isEqualTo(Result.FAILURE);
        assertThat(ended.log())
                .contains("NotificationURLs: " + root + "**** no")
                .doesNotContain(token());
    }

    private Stream<String> files(String... names) throws IOException {
        Path builds = folder.resolve("home/jobs/p/builds/1");
        return Stream.of(names).map(builds::resolve).filter(Files::exists).map(NotificationTest::read);
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void offByDefaultNothingIsNamedToRosAndNothingIsHeard() throws Exception {
        PipelineRun run = begin();

        assertThat(StackDeployConfiguration.get().isRosNotifications()).isFalse();
        assertThat(post(token())).isEqualTo(404);
        assertThat(Files.walk(folder.resolve("home/jobs/p/builds/1"))
                        .filter(Files::isRegularFile)
                        .map(NotificationTest::read))
                .noneMatch(text -> text.contains("stack-deploy-notify"));
        run.abort("alice");
        run.awaitResult(DeployFixture.LIMIT);
    }
}
