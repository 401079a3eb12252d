package io.jenkins.plugins.stackdeploy.localcloud.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.StreamSupport;

/** The Conditions section: names for Fn::Equals, Fn::And, Fn::Or and Fn::Not over parameters. */
final class Conditions {
    private final ObjectNode definitions;
    private final Evaluator values;
    private final Set<String> visiting = new HashSet<>();

    Conditions(ObjectNode definitions, Scope scope, ObjectNode mappings) {
        this.definitions = definitions;
        this.values = new Evaluator(scope, mappings, this::holds);
    }

    boolean holds(String name) {
        if (!definitions.has(name)) {
            throw TemplateChecks.unknown(name, "Conditions");
        }
        if (!visiting.add(name)) {
            throw new ApiError(
                    400, "CircularDependency", "Circular Dependency Found: the condition " + name + " needs itself.");
        }
        boolean result = test(definitions.get(name));
        visiting.remove(name);
        return result;
    }

    private boolean test(JsonNode expression) {
        if (expression.isTextual()) {
            return holds(expression.asText());
        }
        String function = expression.size() == 1 ? expression.fieldNames().next() : "";
        JsonNode argument = expression.path(function);
        return switch (function) {
            case "Fn::Equals" ->
                Functions.text(values.evaluate(argument.path(0)))
                        .equals(Functions.text(values.evaluate(argument.path(1))));
            case "Fn::And" ->
                StreamSupport.stream(argument.spliterator(), false).allMatch(this::test);
            case "Fn::Or" -> StreamSupport.stream(argument.spliterator(), false).anyMatch(this::test);
            case "Fn::Not" -> !test(argument.isArray() ? argument.path(0) : argument);
            case "Condition" -> holds(argument.asText());
            default -> values.evaluate(expression).asBoolean(false);
        };
    }
}
