package io.jenkins.plugins.stackdeploy.ros;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import io.jenkins.plugins.stackdeploy.engine.Budgets;
import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.FaultKind;
import io.jenkins.plugins.stackdeploy.engine.GroupKey;
import io.jenkins.plugins.stackdeploy.localcloud.wire.HttpGate;
import java.lang.invoke.MethodHandles;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers that no service of this protocol should give, and proxies do. */
class OddAnswersTest {
    private HttpServer server;
    private RosClient client;
    private volatile int status = 200;
    private volatile String type = "application/json";
    private volatile String body = "{}";

    /** The JDK reads its server's settings once: those of the local cloud must be there by then. */
    @BeforeAll
    static void settings() throws Exception {
        MethodHandles.lookup().ensureInitialized(HttpGate.class);
    }

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        RpcEndpoint endpoint =
                RpcEndpoint.parse("http://127.0.0.1:" + server.getAddress().getPort());
        RosApi api = new TeaRosApi(endpoint, RosClient.VERSION, () -> new AccessKey("ID", "SECRET", null, null), null);
        client = new RosClient(
                api, new GroupKey("ros", "host", "account", "region"), new Budgets(InstantSource.system()), 1_000);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static CloudException failure(ThrowingCallable call) {
        return catchThrowableOfType(CloudException.class, call);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "200 | text/html               | <html>Sign in</html>                      | TRANSIENT",
                "200 | application/json        | ``                                        | TRANSIENT",
                "200 | application/json        | null                                      | TRANSIENT",
                "200 | application/json        | []                                        | TRANSIENT",
                "200 | application/json        | \"text\"                                  | TRANSIENT",
                "200 | application/json        | {                                         | TRANSIENT",
                "200 | application/json        | {}                                        | TRANSIENT",
                "200 | application/json        | {\"Stacks\": null, \"Status\": null}      | TRANSIENT",
                "200 | application/json        | {\"Stacks\": {}, \"Status\": \"\"}        | TRANSIENT",
                "404 | text/html               | <html>404</html>                          | TRANSIENT",
                "407 | text/html               | <html>Proxy</html>                        | NO_ANSWER",
                "500 | text/plain              | ``                                        | TRANSIENT",
                "502 | text/html               | <html>502</html>                          | TRANSIENT",
                "503 | text/xml;charset=utf-8  | <Error><Code>Slow</Code></Error>          | TRANSIENT",
                "500 | application/json        | {}                                        | TRANSIENT",
                "503 | application/json        | {\"message\": \"upstream\"}               | TRANSIENT",
                "429 | application/json        | {\"message\": \"slow down\"}              | THROTTLED",
                "400 | application/json        | {\"Code\": \"Throttling.Ip\"}             | THROTTLED",
                "400 | application/json        | {\"Code\": null, \"Message\": null}       | REFUSED",
                "403 | application/json        | {\"code\": \"NoPermission\"}              | DENIED",
                "418 | application/json        | {\"Code\": 7, \"Message\": [1]}           | REFUSED"
            })
    void anOddAnswerIsNeverTakenForAnEmptyOne(int answered, String contentType, String text, FaultKind kind) {
        status = answered;
        type = contentType;
        body = text;

        assertThat(failure(() -> client.find("web")).kind()).isEqualTo(kind);
        assertThat(failure(() -> client.get("id", true)).kind()).isEqualTo(kind);
    }

    @Test
    void anErrorKeepsCodeMessageAndRequestId() {
        status = 400;
        body = "{\"Code\": \"InvalidParameter\", \"Message\": \"bad\\nvalue\", \"RequestId\": \"R-1\"}";

        assertThat(failure(() -> client.find("web")).describe())
                .isEqualTo("ListStacks (InvalidParameter): bad value [R-1]");
    }

    @Test
    void anErrorWithoutCodeDoesNotInventOne() {
        status = 400;
        body = "{}";

        CloudException failure = failure(() -> client.find("web"));
        assertThat(failure.code()).isNull();
        assertThat(failure.describe()).isEqualTo("ListStacks: HTTP 400");
    }

    @Test
    void theStringToSignIsCutOff() {
        status = 400;
        body =
                "{\"Code\": \"SignatureDoesNotMatch\", \"Message\": \"Not matched. server string to sign is:POST&SECRET\"}";

        CloudException failure = failure(() -> client.find("web"));
        assertThat(failure.kind()).isEqualTo(FaultKind.CREDENTIALS);
        assertThat(failure.describe()).contains("Not matched.").doesNotContain("SECRET", "string to sign");
    }

    @Test
    void nobodyListeningIsNoAnswer() {
        server.stop(0);

        CloudException failure = failure(() -> client.find("web"));
        assertThat(failure.kind()).isEqualTo(FaultKind.NO_ANSWER);
        assertThat(failure.describe()).contains("no answer from 127.0.0.1");
    }

    @Test
    void aKeyWithoutSecretIsRefusedBeforeAnythingIsSent() {
        RosApi api = new TeaRosApi(
                RpcEndpoint.parse("http://127.0.0.1:" + server.getAddress().getPort()),
                RosClient.VERSION,
                () -> new AccessKey("", "", null, null),
                null);

        assertThat(failure(() -> api.call("ListStacks", Map.of(), Map.of())).kind())
                .isIn(FaultKind.REFUSED, FaultKind.CREDENTIALS);
    }
}
