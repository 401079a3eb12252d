package io.jenkins.plugins.stackdeploy.approval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.util.concurrent.MoreExecutors;
import hudson.ProxyConfiguration;
import hudson.model.Run;
import io.jenkins.plugins.stackdeploy.gate.Decision;
import io.jenkins.plugins.stackdeploy.gate.Gate;
import io.jenkins.plugins.stackdeploy.gate.GateState;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Tells the world of a gate: one POST of JSON per event and address, once, without credentials and without following
 * redirects. What they answer is not shown, and a notification that fails never decides a gate. An address may be a secret,
 * as it is for most chat services: only its host is ever named.
 */
final class Webhooks {
    private static final Logger LOGGER = Logger.getLogger(Webhooks.class.getName());
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int GOOD = 200;
    private static final int NOT_GOOD = 300;

    private final Executor threads;
    private final Map<String, Executor> inOrder = new ConcurrentHashMap<>();
    private final GateJob job;
    private final Run<?, ?> run;
    private final String id;
    private final GateLog log;

    Webhooks(Executor threads, GateJob job, Run<?, ?> run, String id, GateLog log) {
        this.threads = threads;
        this.job = job;
        this.run = run;
        this.id = id;
        this.log = log;
    }

    /** Sends an event to all; returns at once. Each address gets the events in the order in which they happened. */
    void send(GateEvent event, Gate gate, Decision decision) {
        if (job.webhooks().isEmpty()) {
            return;
        }
        GateState state = gate.state();
        Instant at = Instant.now();
        for (String address : job.webhooks()) {
            URI uri = URI.create(address);
            if (!GateConfiguration.get().allows(address)) {
                // The administrator has thought better of it since the gate opened.
                log.notNotified(uri.getHost(), LogLanguage.tell(Messages._Webhook_forbidden()));
                continue;
            }
            try {
                // Not written here: where somebody decides, Jenkins speaks the language of their browser.
                inOrder.computeIfAbsent(address, any -> MoreExecutors.newSequentialExecutor(threads))
                        .execute(() -> post(uri, body(event, state, at, decision)));
            } catch (RejectedExecutionException full) {
                LOGGER.log(Level.FINE, "Too much is left to send", full);
                log.notNotified(uri.getHost(), LogLanguage.tell(Messages._Webhook_tooMany()));
            }
        }
    }

    private byte[] body(GateEvent event, GateState state, Instant at, Decision decision) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("event", event.word());
        body.put("at", at.toString());
        body.put("gate", job.request().name());
        body.put("id", id);
        body.put("message", job.request().message());
        body.put("job", run.getParent().getFullName());
        body.put("build", run.getNumber());
        body.put("url", GateLinks.address(run, id));
        body.put("state", state.name());
        body.put("planDigest", job.request().planDigest());
        if (decision != null) {
            body.put("by", decision.by());
            body.put("name", decision.name());
            body.put("comment", decision.comment());
        }
        String gate = job.request().name() + ", " + run.getFullDisplayName();
        // One sentence, which is what most chat services show of such a message.
        body.put("text", gate + ": " + EventText.of(event, state, decision) + " " + GateLinks.address(run, id));
        body.values().removeIf(value -> value == null);
        try {
            return JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void post(URI uri, byte[] body) {
        try {
            HttpClient client = ProxyConfiguration.newHttpClientBuilder()
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(LIMIT)
                    .build();
            HttpRequest request = HttpRequest.newBuilder(uri)
                    .timeout(LIMIT)
                    .header("Content-Type", "application/json; charset=utf-8")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                    .build();
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status < GOOD || status >= NOT_GOOD) {
                log.notNotified(uri.getHost(), Messages.Webhook_status(String.valueOf(status)));
            }
        } catch (IOException failed) {
            LOGGER.log(Level.FINE, "A notification was not sent", failed);
            log.notNotified(uri.getHost(), failed.getClass().getSimpleName());
        } catch (InterruptedException shutDown) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether a text is an address that can be told. */
    static boolean isGood(String address) {
        try {
            URI uri = new URI(address);
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null;
        } catch (URISyntaxException odd) {
            return false;
        }
    }
}
