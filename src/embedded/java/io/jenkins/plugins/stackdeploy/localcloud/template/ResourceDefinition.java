package io.jenkins.plugins.stackdeploy.localcloud.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * A resource as a template declares it.
 *
 * @param logicalId its name in the template
 * @param type such as {@code ALIYUN::ECS::VPC}
 * @param properties unevaluated properties, empty if there are none
 * @param dependsOn the resources named in DependsOn
 * @param definition the declaration as written
 */
public record ResourceDefinition(
        String logicalId, String type, ObjectNode properties, List<String> dependsOn, ObjectNode definition) {
    private static final Pattern LOGICAL_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern TYPE = Pattern.compile("(ALIYUN|DATASOURCE|MODULE)(::[A-Za-z0-9]+)+");
    private static final Set<String> ATTRIBUTES = Set.of(
            "Type",
            "Properties",
            "DependsOn",
            "Metadata",
            "DeletionPolicy",
            "UpdatePolicy",
            "CreationPolicy",
            "Condition",
            "Description");

    static ResourceDefinition read(String logicalId, ObjectNode definition) {
        if (!LOGICAL_ID.matcher(logicalId).matches()) {
            throw new ApiError(400, "InvalidSchema", "The resource name \"" + logicalId + "\" is invalid.");
        }
        definition.fieldNames().forEachRemaining(name -> {
            if (name.equals("Count")) {
                throw new ApiError(
                        400, "StackValidationFailed", "The attribute Count is not supported by the local endpoint.");
            }
            if (!ATTRIBUTES.contains(name)) {
                throw new ApiError(
                        400,
                        "InvalidTemplateSection",
                        "The template section is invalid: Resources." + logicalId + "." + name + ".");
            }
        });
        JsonNode type = definition.path("Type");
        if (!type.isTextual()) {
            throw Template.wrongType(logicalId, "Type");
        }
        if (!TYPE.matcher(type.asText()).matches()) {
            throw new ApiError(
                    400,
                    "StackValidationFailed",
                    "resources." + logicalId + ": The resource type (" + type.asText() + ") could not be found.");
        }
        return new ResourceDefinition(
                logicalId,
                type.asText(),
                Template.section(definition, "Properties"),
                dependsOn(logicalId, definition.path("DependsOn")),
                definition);
    }

    /** Returns the ids of all resources that must exist before this one, by DependsOn, Ref, GetAtt or Sub. */
    Set<String> dependencies(Set<String> resources) {
        Set<String> result = new TreeSet<>(dependsOn);
        References.in(properties).forEach(reference -> result.add(reference.name()));
        result.retainAll(resources);
        return result;
    }

    /** Returns the name of the condition that decides whether it exists, or an empty text. */
    String condition() {
        return definition.path("Condition").asText("");
    }

    private static List<String> dependsOn(String logicalId, JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return List.of();
        }
        if (node.isTextual()) {
            return List.of(node.asText());
        }
        if (!node.isArray()) {
            throw Template.wrongType(logicalId, "DependsOn");
        }
        return StreamSupport.stream(node.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
