package io.jenkins.plugins.stackdeploy.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.engine.Recorder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeploymentsDataTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    Path home;

    private PagesFixture fixture;

    @BeforeEach
    void start() throws Exception {
        fixture = new PagesFixture(home);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private HttpRequest.Builder data() {
        return HttpRequest.newBuilder(URI.create(fixture.page() + "data"));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String tag(HttpResponse<String> response) {
        return response.headers().firstValue("ETag").orElseThrow();
    }

    private HttpResponse<String> unless(String tag) throws IOException, InterruptedException {
        return send(data().header("If-None-Match", tag));
    }

    @Test
    void aBuildThatDeploysNothingHasNoPage() throws Exception {
        assertThat(send(data()).statusCode()).isEqualTo(404);
        assertThat(send(HttpRequest.newBuilder(URI.create(fixture.url()))).body())
                .doesNotContain("deployments");
    }

    @Test
    void whatIsKnownIsNotSentAgainUntilSomethingHappens() throws Exception {
        Recorder stack = fixture.stack("one", "web", 2);
        HttpResponse<String> first = send(data());
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("Content-Type")).contains("application/json;charset=UTF-8");
        assertThat(first.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(first.headers().firstValue("Cache-Control")).contains("private, no-cache");

        HttpResponse<String> same = unless(tag(first));
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        assertThat(unless("W/" + tag(first)).statusCode()).isEqualTo(304);

        stack.record(PagesFixture.resource(2, "Vpc", "ALIYUN::ECS::VPC", "CREATE_COMPLETE", ""));
        HttpResponse<String> second = unless(tag(first));
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).contains("\"Vpc\"");

        Recorder another = fixture.stack("two", "db", 0);
        HttpResponse<String> third = unless(tag(second));
        assertThat(third.statusCode()).isEqualTo(200);

        another.record(PagesFixture.ended(5, Outcome.Kind.SUCCESS, "done", Map.of()));
        fixture.finish();
        HttpResponse<String> fourth = unless(tag(third));
        JsonNode json = new ObjectMapper().readTree(fourth.body());
        assertThat(json.path("building").asBoolean()).isFalse();
        assertThat(json.path("deployments").findValuesAsText("name")).containsExactlyInAnyOrder("web", "db");
        assertThat(json.path("deployments").findValuesAsText("state"))
                .containsExactlyInAnyOrder("UNWATCHED", "SUCCESS");
    }

    @Test
    void whoMayNotReadTheJobGetsNothing() throws Exception {
        fixture.stack("one", "web", 2);
        fixture.jenkins.jenkins().setAuthorizationStrategy(Nobody.MAY_DO_ANYTHING);

        assertThat(send(data()).statusCode()).isEqualTo(404);
        assertThat(send(HttpRequest.newBuilder(URI.create(fixture.page()))).statusCode())
                .isEqualTo(404);
    }

    @Test
    void onlyGetIsAnswered() throws Exception {
        fixture.stack("one", "web", 2);
        HttpResponse<String> page = send(HttpRequest.newBuilder(URI.create(fixture.page())));
        String crumb = page.body().replaceAll("(?s).*data-crumb-value=\"([0-9a-f]+)\".*", "$1");

        HttpRequest.Builder post = data().POST(HttpRequest.BodyPublishers.noBody());
        assertThat(send(post.header("Jenkins-Crumb", crumb)).statusCode()).isEqualTo(405);
    }

    @Test
    void nothingOfItIsInBuildXmlAndAllOfItGoesWithTheBuild() throws Exception {
        fixture.stack("one", "web", 2)
                .record(PagesFixture.resource(2, "OnlyInTheEvents", "ALIYUN::ECS::VPC", "CREATE_COMPLETE", ""));
        fixture.run.save();
        Path build = fixture.run.getRootDir().toPath();

        assertThat(Files.readString(build.resolve("build.xml"))).doesNotContain("OnlyInTheEvents", "Deployments");
        assertThat(build.resolve("stack-deploy/one/events.jsonl")).isRegularFile();
    }
}
