package io.jenkins.plugins.stackdeploy.localcloud.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;

/**
 * Evaluates the functions of a template as far as its scope knows the values; what refers to a resource that does not
 * exist yet stays an expression. Ref, GetAtt, Sub, Join, If, FindInMap, Select, Split and Base64Encode are evaluated,
 * any other function is left as written.
 */
public final class Evaluator {
    private static final Set<String> NO_VALUES = Set.of(PseudoParameters.NO_VALUE, "AWS::NoValue");

    private final Scope scope;
    private final ObjectNode mappings;
    private final Predicate<String> conditions;

    Evaluator(Scope scope, ObjectNode mappings, Predicate<String> conditions) {
        this.scope = scope;
        this.mappings = mappings;
        this.conditions = conditions;
    }

    /** Returns the value of an expression; a missing node if it is ALIYUN::NoValue or AWS::NoValue. */
    public JsonNode evaluate(JsonNode node) {
        if (node.isArray()) {
            ArrayNode result = Json.array();
            node.forEach(element -> {
                JsonNode value = evaluate(element);
                if (!value.isMissingNode()) {
                    result.add(value);
                }
            });
            return result;
        }
        if (!node.isObject()) {
            return node;
        }
        if (Functions.isCall(node)) {
            return call(node.fieldNames().next(), node);
        }
        ObjectNode result = Json.object();
        node.properties().forEach(e -> {
            JsonNode value = evaluate(e.getValue());
            if (!value.isMissingNode()) {
                result.set(e.getKey(), value);
            }
        });
        return result;
    }

    private JsonNode call(String function, JsonNode call) {
        JsonNode argument = call.get(function);
        return switch (function) {
            case "Ref" ->
                NO_VALUES.contains(argument.asText())
                        ? MissingNode.getInstance()
                        : scope.ref(argument.asText()).orElse(call);
            case "Fn::GetAtt" -> attribute(argument).orElse(call);
            case "Fn::Sub" -> substitute(argument);
            case "Fn::If" ->
                evaluate(argument.path(conditions.test(argument.path(0).asText()) ? 1 : 2));
            default -> {
                JsonNode evaluated = evaluate(argument);
                yield Functions.containsCall(evaluated)
                        ? Json.object().set(function, evaluated)
                        : Functions.apply(function, evaluated, mappings);
            }
        };
    }

    private Optional<JsonNode> attribute(JsonNode argument) {
        StringBuilder path = new StringBuilder();
        for (int i = 1; i < argument.size(); i++) {
            path.append(i == 1 ? "" : ".").append(Functions.text(evaluate(argument.get(i))));
        }
        return scope.attribute(argument.path(0).asText(), path.toString());
    }

    private JsonNode substitute(JsonNode argument) {
        String text = (argument.isArray() ? argument.path(0) : argument).asText();
        JsonNode own = evaluate(argument.path(1));
        StringBuilder result = new StringBuilder();
        boolean complete = true;
        int from = 0;
        Matcher matcher = References.PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            result.append(text, from, matcher.start());
            from = matcher.end();
            Optional<JsonNode> value =
                    matcher.group(1).isEmpty() ? placeholder(matcher.group(2), own) : Optional.empty();
            complete &= value.isPresent() || !matcher.group(1).isEmpty();
            result.append(value.map(Functions::text).orElse(matcher.group()));
        }
        result.append(text.substring(from));
        return complete
                ? TextNode.valueOf(result.toString().replace("${!", "${"))
                : Json.object().put("Fn::Sub", result.toString());
    }

    private Optional<JsonNode> placeholder(String name, JsonNode own) {
        if (own.has(name)) {
            return Functions.containsCall(own.get(name)) ? Optional.empty() : Optional.of(own.get(name));
        }
        int dot = name.indexOf('.');
        return dot < 0 ? scope.ref(name) : scope.attribute(name.substring(0, dot), name.substring(dot + 1));
    }
}
