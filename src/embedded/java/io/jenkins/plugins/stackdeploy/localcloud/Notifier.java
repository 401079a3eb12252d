package io.jenkins.plugins.stackdeploy.localcloud;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.localcloud.stack.Operation;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackFamily;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackRecord;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackStore;
import io.jenkins.plugins.stackdeploy.localcloud.stack.Transition;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Tells the NotificationURLs of stacks what becomes of them: one POST for each status, once, whatever is answered. As
 * published, a stack that may roll back tells neither that something goes on nor that it has failed, but how the rollback
 * ended. Addresses on this machine alone are told: what happens here is nobody else's business.
 */
final class Notifier implements AutoCloseable {
    private static final Logger LOGGER = Logger.getLogger(Notifier.class.getName());
    private static final long LOOK_MILLIS = 25;
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Set<String> UNTOLD_FAILURES = Set.of("CREATE_FAILED", "UPDATE_FAILED");

    private final StackStore store;
    private final Object lock;
    private final Clock clock;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(LIMIT).build();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread notifier = new Thread(work, "local-ros-notifier");
        notifier.setDaemon(true);
        return notifier;
    });
    private final Instant startedAt;
    private final Set<String> told = new HashSet<>();

    Notifier(StackStore store, Object lock, Clock clock) {
        this.store = store;
        this.lock = lock;
        this.clock = clock;
        this.startedAt = clock.instant();
        thread.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        synchronized (lock) {
            Instant now = clock.instant();
            for (StackFamily family : store.families()) {
                if (!family.root().settings().notificationUrls().isEmpty()) {
                    tell(family.root(), now);
                }
            }
        }
    }

    private void tell(StackRecord stack, Instant now) {
        for (Operation operation : stack.operations()) {
            for (Transition transition : operation.timeline()) {
                boolean happened =
                        !transition.at().isBefore(startedAt) && !transition.at().isAfter(now);
                if (happened
                        && transition.ofStack()
                        && transition.eventId() != null
                        && isTold(stack, transition.status())
                        && told.add(transition.eventId())) {
                    post(stack, transition);
                }
            }
        }
    }

    private static boolean isTold(StackRecord stack, String status) {
        boolean mayRollBack = !stack.settings().disableRollback();
        return !(mayRollBack && (status.endsWith("_IN_PROGRESS") || UNTOLD_FAILURES.contains(status)));
    }

    private void post(StackRecord stack, Transition transition) {
        ObjectNode body = Json.object()
                .put("StackId", stack.id())
                .put("StackName", stack.name())
                .put("Status", transition.status());
        body.set("Outputs", stack.at(transition.at()).outputs());
        for (String url : stack.settings().notificationUrls()) {
            if (isOnThisMachine(url)) {
                HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                        .timeout(LIMIT)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build();
                http.sendAsync(request, HttpResponse.BodyHandlers.discarding()).whenComplete((answer, failed) -> {
                    if (failed != null) {
                        LOGGER.log(Level.FINE, "A notification was not delivered", failed);
                    }
                });
            }
        }
    }

    private static boolean isOnThisMachine(String url) {
        return url.startsWith("http://127.0.0.1:");
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
