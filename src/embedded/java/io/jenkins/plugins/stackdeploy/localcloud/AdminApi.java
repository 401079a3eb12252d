package io.jenkins.plugins.stackdeploy.localcloud;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.localcloud.fault.Fault;
import io.jenkins.plugins.stackdeploy.localcloud.fault.FaultKind;
import io.jenkins.plugins.stackdeploy.localcloud.stack.FailOn;
import io.jenkins.plugins.stackdeploy.localcloud.stack.FailureRule;
import io.jenkins.plugins.stackdeploy.localcloud.stackset.InstanceFailure;
import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Reply;
import io.jenkins.plugins.stackdeploy.localcloud.wire.RequestRecord;
import io.jenkins.plugins.stackdeploy.localcloud.wire.WireRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * The test API over HTTP, for processes that are not this one. It is as open as the loopback interface.
 *
 * <ul>
 *   <li>{@code GET /_local/requests?action=}, {@code GET /_local/effects?action=}, {@code GET /_local/stacks}: lists; AWS
 *       has {@code operations} of stack sets and {@code objects} of S3 too
 *   <li>{@code POST /_local/faults}: {@code {"kind": "DROP_AFTER_EFFECT", "action": "CreateStack", "skip": 0, "times": 1,
 *       "latencyMillis": 0}}, or {@code {"kind": "REFUSE_CONNECTIONS", "millis": 500}}
 *   <li>{@code POST /_local/failures}: {@code {"stackName": "*", "logicalId": "Db", "on": "CREATE", "reason": "..."}}; for
 *       stack instances {@code {"stackSetName": "*", "account": "111122223333", "region": "*", "logicalId": "Db",
 *       "reason": "...", "times": 1}}
 *   <li>{@code POST /_local/reset}: forgets everything but the keys
 * </ul>
 */
final class AdminApi {
    static final String PREFIX = "/_local/";
    private static final String REFUSE = "REFUSE_CONNECTIONS";
    private static final int ANSWER_FIRST_MILLIS = 50;

    private final Administered cloud;

    AdminApi(Administered cloud) {
        this.cloud = cloud;
    }

    Reply serve(WireRequest request) {
        try {
            return Reply.json(200, answer(request, request.path().substring(PREFIX.length())));
        } catch (ApiError e) {
            return Reply.json(e.status(), Json.object().put("Code", e.code()).put("Message", e.getMessage()));
        }
    }

    private JsonNode answer(WireRequest request, String name) {
        if (request.method().equals("GET") && cloud.lists().containsKey(name)) {
            return Json.MAPPER.valueToTree(cloud.lists().get(name).get());
        }
        return switch (request.method() + " " + name) {
            case "GET requests" -> requests(request, false);
            case "GET effects" -> requests(request, true);
            case "POST faults" -> addFault(body(request));
            case "POST failures" -> done(() -> cloud.failures().accept(body(request)));
            case "POST reset" -> done(cloud.reset());
            default -> throw new ApiError(404, "NotFound", "There is no " + request.method() + " " + name + ".");
        };
    }

    private static ObjectNode done(Runnable work) {
        work.run();
        return Json.object().put("ok", true);
    }

    private ArrayNode requests(WireRequest request, boolean effectsOnly) {
        String action = request.query().get("action");
        ArrayNode result = Json.array();
        for (RequestRecord entry : cloud.requests().get()) {
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
            later.execute(() -> cloud.refuse().accept(pause));
            return Json.object().put("ok", true);
        }
        try {
            cloud.faults()
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

    /**
     * Reads an order for the failure of a resource.
     *
     * @throws ApiError InvalidParameter
     */
    static FailureRule resourceFailure(JsonNode order) {
        return new FailureRule(
                order.path("stackName").asText("*"),
                order.path("logicalId").asText(""),
                word(FailOn.class, "on", order.path("on").asText("CREATE")),
                order.path("reason").asText("The operation was told to fail."));
    }

    /**
     * Reads an order for the failure of a stack instance.
     *
     * @throws ApiError InvalidParameter
     */
    static InstanceFailure instanceFailure(JsonNode order) {
        int times = order.path("times").asInt(1);
        if (times < 1) {
            throw ApiError.invalidParameter("times", "it must be 1 or more.");
        }
        return new InstanceFailure(
                order.path("stackSetName").asText("*"),
                order.path("account").asText("*"),
                order.path("region").asText("*"),
                null,
                order.path("logicalId").asText(""),
                order.path("reason").asText("The operation was told to fail."),
                times,
                Map.of());
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
