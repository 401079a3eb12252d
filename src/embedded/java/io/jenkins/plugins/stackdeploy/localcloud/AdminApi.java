package io.jenkins.plugins.stackdeploy.localcloud;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.localcloud.fault.Fault;
import io.jenkins.plugins.stackdeploy.localcloud.fault.FaultKind;
import io.jenkins.plugins.stackdeploy.localcloud.stack.FailOn;
import io.jenkins.plugins.stackdeploy.localcloud.stack.FailureRule;
import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Reply;
import io.jenkins.plugins.stackdeploy.localcloud.wire.RequestRecord;
import io.jenkins.plugins.stackdeploy.localcloud.wire.WireRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * The test API over HTTP, for processes that are not this one. It is as open as the loopback interface.
 *
 * <ul>
 *   <li>{@code GET /_local/requests?action=}, {@code GET /_local/effects?action=}, {@code GET /_local/stacks}: lists
 *   <li>{@code POST /_local/faults}: {@code {"kind": "DROP_AFTER_EFFECT", "action": "CreateStack", "skip": 0, "times": 1,
 *       "latencyMillis": 0}}, or {@code {"kind": "REFUSE_CONNECTIONS", "millis": 500}}
 *   <li>{@code POST /_local/failures}: {@code {"stackName": "*", "logicalId": "Db", "on": "CREATE", "reason": "..."}}
 *   <li>{@code POST /_local/reset}: forgets everything but the keys
 * </ul>
 */
final class AdminApi {
    static final String PREFIX = "/_local/";
    private static final String REFUSE = "REFUSE_CONNECTIONS";
    private static final int ANSWER_FIRST_MILLIS = 50;

    private final LocalRos ros;

    AdminApi(LocalRos ros) {
        this.ros = ros;
    }

    Reply serve(WireRequest request) {
        try {
            String call = request.method() + " " + request.path().substring(PREFIX.length());
            return Reply.json(
                    200,
                    switch (call) {
                        case "GET requests" -> requests(request, false);
                        case "GET effects" -> requests(request, true);
                        case "GET stacks" -> Json.MAPPER.valueToTree(ros.stacks());
                        case "POST faults" -> addFault(body(request));
                        case "POST failures" -> addFailure(body(request));
                        case "POST reset" -> {
                            ros.reset();
                            yield Json.object().put("ok", true);
                        }
                        default -> throw new ApiError(404, "NotFound", "There is no " + call + ".");
                    });
        } catch (ApiError e) {
            return Reply.json(e.status(), Json.object().put("Code", e.code()).put("Message", e.getMessage()));
        }
    }

    private ArrayNode requests(WireRequest request, boolean effectsOnly) {
        String action = request.query().get("action");
        ArrayNode result = Json.array();
        for (RequestRecord entry : ros.requests()) {
            if ((action == null || action.equals(entry.action())) && (!effectsOnly || entry.effect())) {
                result.add(Json.MAPPER.<JsonNode>valueToTree(entry));
            }
        }
        return result;
    }

    private ObjectNode addFault(JsonNode order) {
        String kind = order.path("kind").asText("");
        if (kind.equals(REFUSE)) {
            Duration pause = Duration.ofMillis(order.path("millis").asLong(1000));
            // The answer has to leave before its connection is closed.
            Executor later = CompletableFuture.delayedExecutor(ANSWER_FIRST_MILLIS, TimeUnit.MILLISECONDS);
            later.execute(() -> ros.refuseConnectionsFor(pause));
            return Json.object().put("ok", true);
        }
        try {
            ros.faults()
                    .add(new Fault(
                            word(FaultKind.class, "kind", kind),
                            order.path("action").asText("*"),
                            order.path("skip").asInt(0),
                            order.path("times").asInt(1),
                            Duration.ofMillis(order.path("latencyMillis").asLong(0))));
        } catch (IllegalArgumentException e) {
            throw ApiError.invalidParameter("fault", e.getMessage());
        }
        return Json.object().put("ok", true);
    }

    private ObjectNode addFailure(JsonNode order) {
        ros.failures()
                .add(new FailureRule(
                        order.path("stackName").asText("*"),
                        order.path("logicalId").asText(""),
                        word(FailOn.class, "on", order.path("on").asText("CREATE")),
                        order.path("reason").asText("The operation was told to fail.")));
        return Json.object().put("ok", true);
    }

    private static <E extends Enum<E>> E word(Class<E> type, String name, String value) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(value.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> ApiError.invalidParameter(
                        name, "it must be one of " + Arrays.toString(type.getEnumConstants()) + "."));
    }

    private static JsonNode body(WireRequest request) {
        try {
            return Json.MAPPER.readTree(request.body().length == 0 ? "{}" : request.bodyText());
        } catch (JsonProcessingException e) {
            throw ApiError.invalidParameter("body", e.getOriginalMessage());
        }
    }
}
