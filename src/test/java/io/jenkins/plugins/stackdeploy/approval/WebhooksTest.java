package io.jenkins.plugins.stackdeploy.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import hudson.model.Result;
import io.jenkins.plugins.stackdeploy.embedded.PipelineRun;
import io.jenkins.plugins.stackdeploy.gate.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhooksTest {
    @TempDir
    Path home;

    private final List<JsonNode> received = new CopyOnWriteArrayList<>();
    private final List<String> visited = new CopyOnWriteArrayList<>();
    private final ExecutorService serving = Executors.newCachedThreadPool();
    private final CountDownLatch settled = new CountDownLatch(1);
    private volatile boolean overtaken;
    private HttpServer server;
    private GateFixture fixture;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            visited.add(path);
            if (path.equals("/good")) {
                JsonNode event = new ObjectMapper().readTree(exchange.getRequestBody());
                seeWhetherOvertaken(event.get("event").asText());
                received.add(event);
            }
            exchange.getResponseHeaders().set("Location", url("/elsewhere"));
            exchange.sendResponseHeaders(path.equals("/good") ? 204 : path.equals("/moved") ? 302 : 500, -1);
            exchange.close();
        });
        server.setExecutor(serving);
        server.start();
        fixture = new GateFixture(home);
    }

    @AfterEach
    void stop() {
        fixture.close();
        server.stop(0);
        serving.shutdownNow();
    }

    /** Holds back an approval, for as long as what settles the gate may take to come when it is sent at the same time. */
    private void seeWhetherOvertaken(String event) throws IOException {
        try {
            switch (event) {
                case "approval" -> overtaken = settled.await(300, TimeUnit.MILLISECONDS);
                case "settled" -> settled.countDown();
                default -> {}
            }
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private JsonNode event(String word) {
        await().atMost(GateFixture.LIMIT).until(() -> received.stream()
                .anyMatch(each -> each.get("event").asText().equals(word)));
        return received.stream()
                .filter(each -> each.get("event").asText().equals(word))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tellEverythingThatHappens() throws Exception {
        PipelineRun run = fixture.beginAtGate("manualGate name: 'release', message: 'Ship?', approvers: ['bob'],"
                + " remindEveryMinutes: 5, notify: ['" + url("/good") + "']");

        assertThat(event("opened").get("message").asText()).isEqualTo("Ship?");
        assertThat(event("opened").get("url").asText()).isEqualTo("/job/p/1/gates/release/");
        assertThat(event("opened").get("text").asText())
                .isEqualTo("release, p #1: your approval is asked for. /job/p/1/gates/release/");
        fixture.pass(Duration.ofMinutes(6));
        assertThat(event("reminder").get("state").asText()).isEqualTo("OPEN");
        GateFixture.decide(GateFixture.awaitGate(run, 1), "bob", Answer.because("fine"), true);
        assertThat(event("approval").get("by").asText()).isEqualTo("bob");
        assertThat(event("approval").get("comment").asText()).isEqualTo("fine");
        assertThat(event("settled").get("state").asText()).isEqualTo("APPROVED");
        assertThat(GateFixture.end(run)).isEqualTo(Result.SUCCESS);
        assertThat(received)
                .extracting(each -> each.get("event").asText())
                .containsExactly("opened", "reminder", "approval", "settled");
        assertThat(overtaken).isFalse();
    }

    /** An address may hold a token: the log names its host alone. Nothing is sent where a redirect points. */
    @Test
    void thatFailDecideNothing() throws Exception {
        PipelineRun run = fixture.beginAtGate("manualGate name: 'release', approvers: ['bob'], notify: ['"
                + url("/bad?token=SECRET") + "', '" + url("/moved") + "']");

        await().atMost(GateFixture.LIMIT)
                .until(() -> run.getLog().contains("answered with 500")
                        && run.getLog().contains("answered with 302"));

        assertThat(run.getLog())
                .contains("[release] Note: 127.0.0.1 was not notified (it answered with 500).")
                .doesNotContain("SECRET", "/moved");
        assertThat(visited).doesNotContain("/elsewhere");
        GateFixture.approve(GateFixture.awaitGate(run, 1), "bob");
        assertThat(GateFixture.end(run)).isEqualTo(Result.SUCCESS);
    }
}
