package io.jenkins.plugins.stackdeploy.cloudformation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.jenkins.plugins.stackdeploy.engine.Budgets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Answers calls to CloudFormation, STS and S3 as a test says: for each action its answers in turn, the last for ever. */
public final class ScriptedAws implements AutoCloseable {
    /** An answer; status 0 drops the connection, status -1 never answers. */
    public record Answer(int status, Map<String, String> headers, String body) {}

    /** What was asked: the action or {@code METHOD /path}, the form, who signed, for which region. */
    public record Asked(String action, Map<String, String> form, String accessKey, String region, String body) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Map<String, Deque<Answer>> answers = new TreeMap<>();
    private final List<Asked> asked = new ArrayList<>();
    private final Set<Integer> ports = new HashSet<>();

    public ScriptedAws() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public AwsSettings settings() {
        return settings(null);
    }

    public AwsSettings settings(AwsRole role) {
        return new AwsSettings(
                AwsIdentity.ofKey("AKIATEST", "secret"),
                role,
                "eu-west-1",
                new AwsEndpoints(uri(), uri(), uri()),
                null,
                AwsSettings.READS_PER_MINUTE);
    }

    public AwsAccess access() {
        return new SharedSessions().access(settings(), new Budgets(InstantSource.system()));
    }

    public synchronized ScriptedAws answer(String action, Answer answer) {
        answers.computeIfAbsent(action, any -> new ArrayDeque<>()).add(answer);
        return this;
    }

    /** An answer of the Query protocol. */
    public ScriptedAws ok(String action, String result) {
        return answer(
                action,
                new Answer(
                        200,
                        Map.of(),
                        "<" + action + "Response><" + action + "Result>" + result + "</"
                                + action + "Result><ResponseMetadata><RequestId>req-1</RequestId></ResponseMetadata></"
                                + action
                                + "Response>"));
    }

    public ScriptedAws error(String action, int status, String code, String message) {
        return answer(
                action,
                new Answer(
                        status,
                        Map.of(),
                        "<ErrorResponse><Error><Type>Sender</Type><Code>" + code + "</Code><Message>" + message
                                + "</Message></Error><RequestId>req-9</RequestId></ErrorResponse>"));
    }

    /** STS gives a key that ends after so many seconds. */
    public ScriptedAws role(String accessKey, long seconds) {
        return ok(
                "AssumeRole",
                "<Credentials><AccessKeyId>" + accessKey
                        + "</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>"
                        + Instant.now().plusSeconds(seconds) + "</Expiration></Credentials>");
    }

    public synchronized List<Asked> asked(String action) {
        return asked.stream().filter(each -> each.action().equals(action)).toList();
    }

    /** Over how many connections there have been calls. */
    public synchronized int connections() {
        return ports.size();
    }

    private synchronized void connected(HttpExchange exchange) {
        ports.add(exchange.getRemoteAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        connected(exchange);
        Asked question = read(exchange);
        Answer answer = next(question);
        if (answer.status() < 0) {
            try {
                closing.await();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
        if (answer.status() > 0) {
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            boolean empty = exchange.getRequestMethod().equals("HEAD") || body.length == 0;
            exchange.sendResponseHeaders(answer.status(), empty ? -1 : body.length);
            if (!empty) {
                exchange.getResponseBody().write(body);
            }
        }
        exchange.close();
    }

    private synchronized Answer next(Asked question) {
        asked.add(question);
        Deque<Answer> script = answers.get(question.action());
        if (script == null) {
            return new Answer(
                    400,
                    Map.of(),
                    "<ErrorResponse><Error><Code>InvalidAction</Code><Message>not scripted: " + question.action()
                            + "</Message></Error></ErrorResponse>");
        }
        return script.size() > 1 ? script.remove() : script.element();
    }

    private static Asked read(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String signed = exchange.getRequestHeaders().getFirst("Authorization");
        String[] scope = signed == null
                ? new String[3]
                : signed.replaceFirst("^.*Credential=", "").split("/");
        Map<String, String> form = new LinkedHashMap<>();
        if (body.startsWith("Action=")) {
            for (String pair : body.split("&")) {
                String[] parts = pair.split("=", 2);
                form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        String action = form.getOrDefault(
                "Action",
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
        return new Asked(action, form, scope[0], scope[2], body);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
