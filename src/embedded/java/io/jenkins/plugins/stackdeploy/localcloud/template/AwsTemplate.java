package io.jenkins.plugins.stackdeploy.localcloud.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Reads templates of CloudFormation: the same language as that of ROS with other names and other error messages.
 * Transforms are recognised but not carried out.
 */
public final class AwsTemplate {
    private static final Map<String, String> TYPES =
            Map.of("Number", "Number", "CommaDelimitedList", "CommaDelimitedList");

    private AwsTemplate() {}

    /**
     * Reads and checks a template.
     *
     * @param text JSON or YAML, of any length
     * @return the template
     * @throws ApiError ValidationError with the text of the first fault found
     */
    public static Template parse(String text) {
        boolean json = text.stripLeading().startsWith("{");
        ObjectNode root;
        try {
            root = TemplateText.tree(text);
        } catch (ApiError e) {
            throw format((json ? "JSON" : "YAML") + " not well-formed. " + e.getMessage());
        }
        pathsToLists(root);
        try {
            return template(root);
        } catch (ApiError e) {
            throw translated(e);
        }
    }

    /** Returns an error of the shared template language as CloudFormation words it. */
    public static ApiError translated(ApiError error) {
        return error.code().equals("ValidationError") ? error : format(error.getMessage());
    }

    /** Returns the capabilities that a template asks for, sorted: IAM ones by its resources, expansion by its transforms. */
    public static Set<String> capabilities(Template template) {
        return AwsCapabilities.of(template);
    }

    static ApiError format(String problem) {
        return new ApiError(400, "ValidationError", "Template format error: " + problem);
    }

    private static Template template(ObjectNode root) {
        AwsTemplateChecks.sections(root);
        Map<String, ParameterDefinition> parameters = new LinkedHashMap<>();
        Template.section(root, "Parameters").properties().forEach(e -> {
            parameters.put(e.getKey(), parameter(e.getKey(), e.getValue()));
        });
        Map<String, ResourceDefinition> resources = new LinkedHashMap<>();
        Template.section(root, "Resources").properties().forEach(e -> {
            resources.put(e.getKey(), AwsTemplateChecks.resource(e.getKey(), e.getValue()));
        });
        Template template = new Template(root, parameters, resources);
        AwsTemplateChecks.references(template);
        DependencyOrder.of(template);
        return template;
    }

    private static ParameterDefinition parameter(String name, JsonNode definition) {
        if (!(definition instanceof ObjectNode object)
                || !definition.path("Type").isTextual()) {
            throw format("Every Parameters object must contain a Type member.");
        }
        String type = object.get("Type").asText();
        String known = type.startsWith("List<") ? "CommaDelimitedList" : TYPES.getOrDefault(type, "String");
        return new ParameterDefinition(name, known, object);
    }

    /** {@code Fn::GetAtt: A.B} means {@code Fn::GetAtt: [A, B]}. */
    private static void pathsToLists(JsonNode node) {
        if (node instanceof ObjectNode object && object.path("Fn::GetAtt").isTextual()) {
            String[] path = object.get("Fn::GetAtt").asText().split("\\.", 2);
            ArrayNode list = object.putArray("Fn::GetAtt");
            for (String part : path) {
                list.add(part);
            }
        }
        node.forEach(AwsTemplate::pathsToLists);
    }
}
