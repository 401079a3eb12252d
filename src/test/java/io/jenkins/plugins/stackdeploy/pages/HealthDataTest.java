package io.jenkins.plugins.stackdeploy.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.codahale.metrics.Counter;
import com.codahale.metrics.Gauge;
import com.codahale.metrics.Metric;
import com.codahale.metrics.Timer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hudson.model.Result;
import hudson.security.ACL;
import hudson.security.AuthorizationStrategy;
import hudson.security.Permission;
import io.jenkins.plugins.stackdeploy.embedded.PipelineRun;
import io.jenkins.plugins.stackdeploy.steps.DeployService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import jenkins.metrics.api.Metrics;
import jenkins.model.Jenkins;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page of the plugin's health is made from, and what the metrics plugin publishes. */
class HealthDataTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private HealthFixture fixture;

    @BeforeEach
    void start() throws Exception {
        fixture = new HealthFixture(folder);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(fixture.page() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode data() throws IOException, InterruptedException {
        return new ObjectMapper().readTree(get("data").body());
    }

    private static long metric(String name) {
        Metric metric = Metrics.metricRegistry().getMetrics().get("stack-deploy." + name);
        return metric instanceof Counter counter ? counter.getCount() : (Long) ((Gauge<?>) metric).getValue();
    }

    @Test
    void aDeploymentIsCountedFromItsBeginningToItsEnd() throws Exception {
        JsonNode idle = data();
        assertThat(idle.path("waits").asInt()).isZero();
        assertThat(idle.path("mostThreads").asInt()).isEqualTo(8);

        PipelineRun run = fixture.deploy("web", 120);
        assertThat(metric("waits")).isEqualTo(1);
        JsonNode group = data().path("groups").path(0);
        assertThat(group.path("cloud").asText()).isEqualTo("ros");
        assertThat(group.path("region").asText()).isEqualTo("cn-hangzhou");
        assertThat(group.path("account").asText()).contains("AK1");
        assertThat(group.path("waits").asInt()).isEqualTo(1);
        assertThat(group.path("oldestTurn").asText()).endsWith("Z");
        assertThat(run.awaitResult(Browser.LIMIT)).isEqualTo(Result.SUCCESS);

        await().until(() -> data().path("waits").asInt() == 0);
        JsonNode done = data();
        assertThat(done.path("ended").path("success").asInt()).isEqualTo(1);
        assertThat(done.path("ended").path("failure").asInt()).isZero();
        assertThat(done.findValuesAsText("api")).contains("CreateStack", "ListStacks", "ListStackEvents");
        assertThat(done.toString()).doesNotContain("S3cret");

        assertThat(metric("waits")).isZero();
        assertThat(metric("groups")).isEqualTo(1);
        assertThat(metric("gates.open")).isZero();
        assertThat(metric("threads")).isBetween(0L, 8L);
        assertThat(metric("calls")).isEqualTo(fixture.ros.requests().size());
        assertThat(metric("throttles")).isZero();
        assertThat(metric("looks")).isEqualTo(DeployService.get().watcher().looks());
        assertThat(metric("deployments.success")).isEqualTo(1);
        Timer detection = Metrics.metricRegistry().timer("stack-deploy.detection");
        assertThat(detection.getCount()).isEqualTo(1);
        assertThat(detection.getSnapshot().getMax()).isLessThan(Browser.LIMIT.toNanos());
    }

    @Test
    void whatIsKnownIsNotSentAgain() throws Exception {
        HttpResponse<String> first = get("data");
        assertThat(first.statusCode()).isEqualTo(200);
        String tag = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> second = get("data", "If-None-Match", tag);
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
    }

    @Test
    void whoMaySeeHowJenkinsIsSeesIt() throws Exception {
        assertThat(statusFor(Jenkins.MANAGE)).isEqualTo(200);
        assertThat(statusFor(Jenkins.SYSTEM_READ)).isEqualTo(200);
        assertThat(statusFor(Jenkins.READ)).isEqualTo(403);
        assertThat(get("").statusCode()).isEqualTo(403);
    }

    private int statusFor(Permission permission) throws IOException, InterruptedException {
        fixture.jenkins.jenkins().setAuthorizationStrategy(new Only(permission));
        return get("data").statusCode();
    }

    private static final class Only extends AuthorizationStrategy {
        private final Permission granted;

        private Only(Permission granted) {
            this.granted = granted;
        }

        @Override
        public ACL getRootACL() {
            return ACL.lambda2((who, what) -> granted.equals(what));
        }
    }

    @Test
    void metricsOfAnEarlierStartAreReplaced() throws Exception {
        Map<String, Metric> before = Metrics.metricRegistry().getMetrics();
        fixture.close();
        fixture = new HealthFixture(folder);

        assertThat(Metrics.metricRegistry().getMetrics()).hasSameSizeAs(before).isNotEmpty();
        assertThat(metric("deployments.success")).isZero();
    }
}
