package io.jenkins.plugins.stackdeploy.localcloud.ros;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.localcloud.stack.Change;
import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A stack policy: statements with Effect, Action (Update:Modify, Update:Replace, Update:Delete, Update:*) and Resource
 * (LogicalResourceId/name or *). What no statement allows is denied, and Deny wins.
 */
final class StackPolicy {
    private static final int MAX_BYTES = 16_384;

    private StackPolicy() {}

    /** Reads the policy of a parameter; null if it was not given. */
    static ObjectNode read(Parameters parameters, String name) {
        if (!parameters.has(name)) {
            return null;
        }
        String body = parameters.text(name);
        int bytes = body.getBytes(StandardCharsets.UTF_8).length;
        if (bytes < 1 || bytes > MAX_BYTES) {
            throw ApiError.invalidParameter(name, "it must have 1 to 16,384 bytes.");
        }
        try {
            if (Json.MAPPER.readTree(body) instanceof ObjectNode policy
                    && policy.path("Statement").isArray()) {
                return policy;
            }
        } catch (JsonProcessingException e) {
            throw ApiError.invalidParameter(name, "it is not JSON: " + e.getOriginalMessage());
        }
        throw ApiError.invalidParameter(name, "it must be an object with a list Statement.");
    }

    /**
     * Checks what an update would do.
     *
     * @param policy the policy in force, or null for none
     * @throws ApiError StackPolicyValidationFailed, HTTP 400
     */
    static void check(ObjectNode policy, List<Change> changes) {
        for (Change change : changes) {
            String action =
                    switch (change.action()) {
                        case MODIFY -> change.replacement() ? "Update:Replace" : "Update:Modify";
                        case REMOVE -> "Update:Delete";
                        case ADD, NONE -> null;
                    };
            if (policy != null && action != null && !allows(policy, action, change.logicalId())) {
                throw new ApiError(
                        400,
                        "StackPolicyValidationFailed",
                        "Action denied by stack policy: " + action + " on " + change.logicalId() + ".");
            }
        }
    }

    private static boolean allows(ObjectNode policy, String action, String logicalId) {
        boolean allowed = false;
        for (JsonNode statement : policy.get("Statement")) {
            boolean applies = texts(statement.path("Action")).anyMatch(a -> a.equals(action) || a.equals("Update:*"))
                    && texts(statement.path("Resource"))
                            .anyMatch(r -> r.equals("*")
                                    || r.equals("LogicalResourceId/*")
                                    || r.equals("LogicalResourceId/" + logicalId));
            if (applies && statement.path("Effect").asText().equals("Deny")) {
                return false;
            }
            allowed |= applies && statement.path("Effect").asText().equals("Allow");
        }
        return allowed;
    }

    private static Stream<String> texts(JsonNode node) {
        return node.isArray()
                ? StreamSupport.stream(node.spliterator(), false).map(JsonNode::asText)
                : Stream.of(node.asText());
    }
}
