package io.jenkins.plugins.stackdeploy.localcloud.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The functions whose arguments are plain values. */
final class Functions {
    private Functions() {}

    static boolean isCall(JsonNode node) {
        if (!node.isObject() || node.size() != 1) {
            return false;
        }
        String name = node.fieldNames().next();
        return name.equals("Ref") || name.startsWith("Fn::");
    }

    static boolean containsCall(JsonNode node) {
        return isCall(node) || StreamSupport.stream(node.spliterator(), false).anyMatch(Functions::containsCall);
    }

    /** A list becomes JSON, as the real cloud prints one where a text is wanted. */
    static String text(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }

    static JsonNode apply(String function, JsonNode argument, ObjectNode mappings) {
        return switch (function) {
            case "Fn::Join" ->
                TextNode.valueOf(StreamSupport.stream(argument.path(1).spliterator(), false)
                        .map(Functions::text)
                        .collect(Collectors.joining(argument.path(0).asText())));
            case "Fn::Split" ->
                Json.texts(List.of(argument.path(1)
                        .asText()
                        .split(Pattern.quote(argument.path(0).asText()), -1)));
            case "Fn::Select" -> select(argument);
            case "Fn::FindInMap" -> find(argument, mappings);
            case "Fn::Base64Encode", "Fn::Base64" ->
                TextNode.valueOf(
                        Base64.getEncoder().encodeToString(text(argument).getBytes(StandardCharsets.UTF_8)));
            default -> Json.object().set(function, argument);
        };
    }

    private static JsonNode select(JsonNode argument) {
        JsonNode from = argument.path(1);
        JsonNode value = from.isObject()
                ? from.path(argument.path(0).asText())
                : from.path(argument.path(0).asInt(-1));
        return value.isMissingNode() ? TextNode.valueOf("") : value;
    }

    private static JsonNode find(JsonNode argument, ObjectNode mappings) {
        JsonNode value = mappings;
        for (JsonNode key : argument) {
            value = value.path(key.asText());
        }
        if (value.isMissingNode()) {
            throw new ApiError(
                    400,
                    "InvalidTemplateReference",
                    "The specified reference \"" + argument + "\" (in Fn::FindInMap) is incorrect.");
        }
        return value;
    }
}
