package io.jenkins.plugins.stackdeploy.localcloud.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;
import java.math.BigDecimal;
import java.util.Set;

/**
 * A parameter that a template declares.
 *
 * @param name its logical id
 * @param type String, Number, Boolean, CommaDelimitedList, Json or a vendor type, which is read like String
 * @param definition the declaration as written
 */
public record ParameterDefinition(String name, String type, ObjectNode definition) {
    private static final Set<String> TYPES = Set.of("String", "Number", "Boolean", "CommaDelimitedList", "Json");

    static ParameterDefinition read(String name, ObjectNode definition) {
        String type = definition.path("Type").asText("");
        if (!TYPES.contains(type) && !type.startsWith("ALIYUN::")) {
            throw Template.wrongType(name, "Type");
        }
        return new ParameterDefinition(name, type, definition);
    }

    /** Returns whether GetStack masks the value. */
    public boolean noEcho() {
        return definition.path("NoEcho").asBoolean(false);
    }

    /** Returns the default as text, or null if there is none. */
    public String defaultValue() {
        JsonNode value = definition.get("Default");
        return value == null || value.isNull() ? null : text(value);
    }

    /**
     * Checks a value against type and constraints.
     *
     * @throws ApiError StackValidationFailed, without the value itself, since that may be a secret;
     *     InvalidTemplatePropertyType if a constraint makes no sense
     */
    public void check(String value) {
        typed(value);
        try {
            ParameterConstraints.check(this, value);
        } catch (IllegalArgumentException e) {
            // A bound that is no number or a pattern that is none: the fault of the template.
            throw Template.wrongType(name, "Parameters");
        }
    }

    /** Returns the value as functions see it: a number, a list, a tree or a text. */
    public JsonNode typed(String value) {
        try {
            return switch (type) {
                // Read like JSON, so that the value equals itself after it was saved and read again.
                case "Number" -> Json.MAPPER.readTree(new BigDecimal(value).toString());
                case "Boolean" -> bool(value);
                case "CommaDelimitedList" -> list(value);
                case "Json" -> Json.MAPPER.readTree(value);
                default -> TextNode.valueOf(value);
            };
        } catch (NumberFormatException | JsonProcessingException e) {
            throw invalid("the value is not of type " + type);
        }
    }

    ApiError invalid(String why) {
        String constraint = definition.path("ConstraintDescription").asText("");
        return new ApiError(
                400,
                "StackValidationFailed",
                "The Parameter (" + name + ") is invalid: " + why + "." + (constraint.isEmpty() ? "" : " ")
                        + constraint);
    }

    private JsonNode bool(String value) {
        return switch (value) {
            case "true", "True", "1" -> BooleanNode.TRUE;
            case "false", "False", "0" -> BooleanNode.FALSE;
            default -> throw invalid("the value is not of type Boolean");
        };
    }

    private static ArrayNode list(String value) {
        ArrayNode result = Json.array();
        for (String element : value.split(",", -1)) {
            if (!value.isEmpty()) {
                result.add(element.trim());
            }
        }
        return result;
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }
}
