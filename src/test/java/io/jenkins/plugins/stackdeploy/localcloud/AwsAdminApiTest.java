package io.jenkins.plugins.stackdeploy.localcloud;

import static io.jenkins.plugins.stackdeploy.localcloud.AwsStackFixture.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AwsAdminApiTest {
    private static final String TEMPLATE = "Resources: {Topic: {Type: 'AWS::SNS::Topic'}}";

    private final HttpClient http = HttpClient.newHttpClient();
    private AwsStackFixture fixture;

    @BeforeEach
    void start() throws Exception {
        fixture = AwsStackFixture.start();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void stacksOperationsAndRequestsAreListed() throws Exception {
        fixture.created("s", TEMPLATE);
        instances("op");
        fixture.settle();

        assertThat(get("stacks")).hasSize(2);
        assertThat(get("stacks").at("/0/status").asText()).isEqualTo("CREATE_COMPLETE");
        assertThat(get("operations").at("/0/status").asText()).isEqualTo("SUCCEEDED");
        assertThat(get("objects")).isEmpty();
        assertThat(get("effects?action=CreateStackInstances")
                        .at("/0/clientToken")
                        .asText())
                .isEqualTo("op");
    }

    @Test
    void failuresOfResourcesAndOfInstancesAndFaultsAreOrdered() throws Exception {
        post("failures", "{\"logicalId\": \"Topic\", \"reason\": \"Full.\"}");
        post("failures", "{\"stackSetName\": \"set\", \"region\": \"eu-west-1\", \"logicalId\": \"Topic\"}");
        post("faults", "{\"kind\": \"THROTTLING\", \"action\": \"ListStacks\"}");

        assertThat(refusal(() -> fixture.client.listStacks())).isEqualTo("Throttling: Rate exceeded");
        fixture.created("s", TEMPLATE);
        assertThat(fixture.reason("s", "Topic", "CREATE_FAILED")).isEqualTo("Full.");
        instances("op");
        fixture.settle();
        assertThat(get("operations").at("/0/failed").asInt()).isOne();
    }

    @Test
    void aWrongOrderIsRefused() throws Exception {
        assertThat(send("POST", "failures", "{\"stackSetName\": \"s\", \"times\": 0}"))
                .contains("\"Code\":\"InvalidParameter\"");
        assertThat(send("GET", "nothing", "")).contains("\"Code\":\"NotFound\"");
    }

    @Test
    void aResetForgetsEverythingButTheKeys() throws Exception {
        fixture.created("s", TEMPLATE);
        instances("op");

        post("reset", "");

        assertThat(get("stacks")).isEmpty();
        assertThat(get("operations")).isEmpty();
        assertThat(get("requests")).isEmpty();
        assertThat(fixture.client.describeStacks().stacks()).isEmpty();
    }

    private void instances(String operationId) {
        fixture.client.createStackSet(r -> r.stackSetName("set").templateBody(TEMPLATE));
        fixture.client.createStackInstances(r -> r.stackSetName("set")
                .operationId(operationId)
                .accounts(AwsClients.ACCOUNT)
                .regions("eu-west-1"));
    }

    private JsonNode get(String name) throws Exception {
        return new ObjectMapper().readTree(send("GET", name, ""));
    }

    private void post(String name, String body) throws Exception {
        assertThat(send("POST", name, body)).isEqualTo("{\"ok\":true}");
    }

    private String send(String method, String name, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(fixture.aws.endpoint() + "/_local/" + name))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString()).body();
    }
}
