package io.jenkins.plugins.stackdeploy.localcloud.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A template with values for its parameters: the resources to have, in dependency order, and the outputs to show. */
public final class Blueprint {
    private final Template template;
    private final Scope parameters;
    private final Conditions conditions;
    private final Map<String, ResourceTarget> resources = new LinkedHashMap<>();

    private Blueprint(Template template, Scope parameters) {
        this.template = template;
        this.parameters = parameters;
        this.conditions = new Conditions(template.section("Conditions"), parameters, template.section("Mappings"));
    }

    /**
     * Evaluates conditions and properties.
     *
     * @param template a checked template
     * @param values a value for each declared parameter
     * @param pseudo whose stack it is
     * @throws ApiError InvalidTemplateReference if a resource refers to one that its condition leaves out
     */
    public static Blueprint of(Template template, Map<String, String> values, PseudoParameters pseudo) {
        return of(template, values, pseudo.values());
    }

    /** Does the same for another cloud's pseudo parameters, given by name. */
    public static Blueprint of(Template template, Map<String, String> values, Map<String, String> pseudo) {
        Blueprint result = new Blueprint(template, new ParameterScope(template, values, pseudo));
        Set<String> included = template.resources().values().stream()
                .filter(r -> r.condition().isEmpty() || result.conditions.holds(r.condition()))
                .map(ResourceDefinition::logicalId)
                .collect(Collectors.toSet());
        for (String id : DependencyOrder.of(template)) {
            if (included.contains(id)) {
                result.resources.put(id, result.target(template.resources().get(id), included));
            }
        }
        return result;
    }

    /** Returns the resources by logical id, each after those that it depends on. */
    public Map<String, ResourceTarget> resources() {
        return resources;
    }

    /** Returns the template that this was made of. */
    public Template template() {
        return template;
    }

    /**
     * Evaluates an expression over parameters and resources.
     *
     * @param expression what a resource property or an output says
     * @param live the resources that exist
     */
    public JsonNode evaluate(JsonNode expression, Scope live) {
        Scope both = new Scope() {
            @Override
            public Optional<JsonNode> ref(String name) {
                return parameters.ref(name).or(() -> live.ref(name));
            }

            @Override
            public Optional<JsonNode> attribute(String resource, String attribute) {
                return live.attribute(resource, attribute);
            }
        };
        return evaluator(both).evaluate(expression);
    }

    /**
     * Evaluates the Outputs section.
     *
     * @param live the resources that exist
     * @return {@code {OutputKey, OutputValue, Description}} objects as GetStack shows them
     */
    public ArrayNode outputs(Scope live) {
        ArrayNode result = Json.array();
        template.section("Outputs").properties().forEach(e -> {
            JsonNode output = e.getValue();
            String condition = output.path("Condition").asText("");
            if (condition.isEmpty() || conditions.holds(condition)) {
                JsonNode value = evaluate(output.get("Value"), live);
                ObjectNode shown = result.addObject()
                        .put("OutputKey", e.getKey())
                        .put("Description", output.path("Description").asText(""));
                shown.set("OutputValue", value.isMissingNode() ? TextNode.valueOf("") : value);
            }
        });
        return result;
    }

    private ResourceTarget target(ResourceDefinition resource, Set<String> included) {
        JsonNode evaluated = evaluator(parameters).evaluate(resource.properties());
        if (!(evaluated instanceof ObjectNode properties)) {
            throw Template.wrongType(resource.logicalId(), "Properties");
        }
        for (Reference reference : References.in(properties)) {
            if (template.resources().containsKey(reference.name()) && !included.contains(reference.name())) {
                throw TemplateChecks.unknown(reference.name(), resource.logicalId());
            }
        }
        return new ResourceTarget(
                resource.logicalId(),
                resource.type(),
                properties,
                Template.section(resource.definition(), "Metadata"),
                resource.definition().path("DeletionPolicy").asText("").equals("Retain"),
                resource.dependencies(included));
    }

    private Evaluator evaluator(Scope scope) {
        return new Evaluator(scope, template.section("Mappings"), conditions::holds);
    }

    private record ParameterScope(Template template, Map<String, String> values, Map<String, String> pseudo)
            implements Scope {
        @Override
        public Optional<JsonNode> ref(String name) {
            ParameterDefinition parameter = template.parameters().get(name);
            if (parameter != null) {
                return Optional.of(parameter.typed(values.get(name)));
            }
            return Optional.ofNullable(pseudo.get(name)).map(TextNode::valueOf);
        }

        @Override
        public Optional<JsonNode> attribute(String resource, String attribute) {
            return Optional.empty();
        }
    }
}
