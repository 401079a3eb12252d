package io.jenkins.plugins.stackdeploy.localcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NotifierTest {
    private static final String BUCKET = """
            Resources:
              A: {Type: 'ALIYUN::OSS::Bucket', Properties: {AccessControl: private}}
            Outputs:
              Name: {Value: !Ref A}
            """;
    private static final String FAILING = """
            Resources:
              A: {Type: 'ALIYUN::OSS::Bucket', Metadata: {LocalCloud: {FailOn: CREATE}}}
            """;

    private final List<JsonNode> told = new CopyOnWriteArrayList<>();
    private LocalRosFixture fixture;
    private HttpServer listener;
    private String url;

    @BeforeEach
    void start() throws Exception {
        fixture = LocalRosFixture.start();
        listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        listener.createContext("/", exchange -> {
            try (exchange) {
                told.add(new ObjectMapper().readTree(exchange.getRequestBody()));
                exchange.sendResponseHeaders(500, -1);
            }
        });
        listener.start();
        url = "http://127.0.0.1:" + listener.getAddress().getPort() + "/hook";
    }

    @AfterEach
    void stop() {
        listener.stop(0);
        fixture.close();
    }

    private List<String> statuses() {
        return told.stream().map(each -> each.path("Status").asText()).toList();
    }

    @Test
    void theEndsOfACreationAndOfAnUpdateAreToldOnceWhateverIsAnswered() throws Exception {
        String id = fixture.created("web", BUCKET, "NotificationURLs.1", url);
        await().until(() -> told.size() == 1);
        fixture.update(id, BUCKET.replace("private", "public-read"));
        fixture.later(3600);
        await().until(() -> told.size() == 2);

        assertThat(statuses()).containsExactly("CREATE_COMPLETE", "UPDATE_COMPLETE");
        assertThat(told.get(0).path("StackId").asText()).isEqualTo(id);
        assertThat(told.get(0).path("StackName").asText()).isEqualTo("web");
        assertThat(told.get(0).at("/Outputs/0/OutputKey").asText()).isEqualTo("Name");
    }

    @Test
    void whereThereIsARollbackOnlyItsEndIsTold() throws Exception {
        fixture.created("web", FAILING, "NotificationURLs.1", url);
        await().until(() -> !told.isEmpty());

        assertThat(statuses()).containsExactly("CREATE_ROLLBACK_COMPLETE");
    }

    @Test
    void withoutRollbackEverythingIsTold() throws Exception {
        fixture.created("web", FAILING, "NotificationURLs.1", url, "DisableRollback", "true");
        await().until(() -> told.size() == 2);

        assertThat(statuses()).containsExactlyInAnyOrder("CREATE_IN_PROGRESS", "CREATE_FAILED");
    }
}
