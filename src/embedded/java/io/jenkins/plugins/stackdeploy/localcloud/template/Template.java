package io.jenkins.plugins.stackdeploy.localcloud.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A template whose structure and references have been checked.
 *
 * @param root the whole tree, to compare templates by
 * @param parameters declared parameters in the order of the text
 * @param resources declared resources in the order of the text
 */
public record Template(
        ObjectNode root, Map<String, ParameterDefinition> parameters, Map<String, ResourceDefinition> resources) {

    /**
     * Reads and checks a template.
     *
     * @param text JSON or YAML
     * @return the template
     * @throws ApiError with the documented code of the first fault found
     */
    public static Template parse(String text) {
        ObjectNode root = TemplateText.read(text);
        TemplateChecks.sections(root);
        Map<String, ParameterDefinition> parameters = new LinkedHashMap<>();
        section(root, "Parameters").properties().forEach(e -> {
            parameters.put(e.getKey(), ParameterDefinition.read(e.getKey(), object("Parameters", e)));
        });
        Map<String, ResourceDefinition> resources = new LinkedHashMap<>();
        section(root, "Resources").properties().forEach(e -> {
            resources.put(e.getKey(), ResourceDefinition.read(e.getKey(), object("Resources", e)));
        });
        Template template = new Template(root, parameters, resources);
        TemplateChecks.references(template);
        DependencyOrder.of(template);
        return template;
    }

    /** Returns the Description, empty if there is none. */
    public String description() {
        JsonNode description = root.path("Description");
        return description.isObject() ? description.path("en").asText(description.toString()) : description.asText("");
    }

    /**
     * Takes resources out, and the outputs that refer to them.
     *
     * @return the remaining template as JSON text
     */
    public String without(Set<String> logicalIds) {
        ObjectNode rest = root.deepCopy();
        section(rest, "Resources").remove(logicalIds);
        Set<String> outputs = new HashSet<>();
        section(rest, "Outputs").properties().forEach(output -> {
            if (References.in(output.getValue()).stream().anyMatch(r -> logicalIds.contains(r.name()))) {
                outputs.add(output.getKey());
            }
        });
        section(rest, "Outputs").remove(outputs);
        return rest.toString();
    }

    /** Returns a top-level section, empty if the template has none. */
    public ObjectNode section(String name) {
        return section(root, name);
    }

    static ObjectNode section(ObjectNode root, String name) {
        JsonNode node = root.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return Json.object();
        }
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw wrongType("template", name);
    }

    private static ObjectNode object(String section, Map.Entry<String, JsonNode> entry) {
        if (entry.getValue() instanceof ObjectNode object) {
            return object;
        }
        throw wrongType(entry.getKey(), section);
    }

    static ApiError wrongType(String owner, String section) {
        return new ApiError(
                400,
                "InvalidTemplatePropertyType",
                "The specified value type of (" + owner + " " + section + ") is incorrect.");
    }
}
