package io.jenkins.plugins.stackdeploy.localcloud;

import static io.jenkins.plugins.stackdeploy.localcloud.LocalRosFixture.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdminApiTest {
    private static final String TEMPLATE = "Resources: {Bucket: {Type: ALIYUN::OSS::Bucket}}\n";

    private final HttpClient http = HttpClient.newHttpClient();
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
    void requestsEffectsAndStacksAreListed() throws Exception {
        String id = fixture.created("s", TEMPLATE, "ClientToken", "t");
        fixture.create("s", TEMPLATE, "ClientToken", "t");
        fixture.status(id);

        assertThat(get("requests")).hasSize(3);
        assertThat(get("requests?action=CreateStack")).hasSize(2);
        JsonNode effect = get("effects?action=CreateStack").get(0);
        assertThat(effect.get("clientToken").asText()).isEqualTo("t");
        assertThat(effect.get("accountId").asText()).isEqualTo(TeaRos.ACCOUNT);
        assertThat(effect.get("region").asText()).isEqualTo("cn-hangzhou");
        assertThat(effect.get("code").asText()).isEqualTo("OK");
        assertThat(get("effects")).hasSize(1);
        assertThat(get("stacks").at("/0/status").asText()).isEqualTo("CREATE_COMPLETE");
    }

    @Test
    void faultsAndFailuresAreOrdered() throws Exception {
        post("faults", "{\"kind\": \"SERVICE_UNAVAILABLE\", \"action\": \"ListStacks\", \"times\": 2}");
        post("failures", "{\"logicalId\": \"Bucket\", \"on\": \"CREATE\", \"reason\": \"Full.\"}");

        assertThat(refused(() -> fixture.call("ListStacks")).getStatusCode()).isEqualTo(503);
        assertThat(refused(() -> fixture.call("ListStacks")).getStatusCode()).isEqualTo(503);
        assertThat(fixture.call("ListStacks").has("Stacks")).isTrue();
        String id = fixture.created("s", TEMPLATE, "DisableRollback", "true");
        assertThat(fixture.stack(id).get("StatusReason").asText()).contains("Full.");
    }

    @Test
    void aResetForgetsEverythingButTheKeys() throws Exception {
        fixture.create("s", TEMPLATE);
        post("faults", "{\"kind\": \"INTERNAL_ERROR\"}");

        post("reset", "");

        assertThat(get("stacks")).isEmpty();
        assertThat(get("requests")).isEmpty();
        assertThat(fixture.call("ListStacks").get("TotalCount").asInt()).isZero();
    }

    @Test
    void connectionsAreRefusedAfterTheAnswer() throws Exception {
        assertThat(post("faults", "{\"kind\": \"REFUSE_CONNECTIONS\", \"millis\": 300}")
                        .statusCode())
                .isEqualTo(200);

        await().until(() -> !reachable());
        await().until(this::reachable);
    }

    @Test
    void mistakesAreNamed() throws Exception {
        assertThat(post("faults", "{\"kind\": \"EARTHQUAKE\"}").body()).contains("DROP_AFTER_EFFECT");
        assertThat(post("faults", "{\"kind\": \"LATENCY\", \"times\": 0}").statusCode())
                .isEqualTo(400);
        assertThat(post("faults", "{").statusCode()).isEqualTo(400);
        assertThat(post("nothing", "").statusCode()).isEqualTo(404);
    }

    private boolean reachable() throws InterruptedException {
        try {
            http.send(HttpRequest.newBuilder(uri("stacks")).build(), HttpResponse.BodyHandlers.discarding());
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private JsonNode get(String path) throws Exception {
        HttpResponse<String> answer =
                http.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(uri(path))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://" + fixture.ros.endpoint() + "/_local/" + path);
    }
}
