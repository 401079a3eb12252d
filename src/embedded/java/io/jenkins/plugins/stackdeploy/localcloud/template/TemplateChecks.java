package io.jenkins.plugins.stackdeploy.localcloud.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import java.util.Set;

/** The faults that the cloud finds in a template before it looks at parameters. */
final class TemplateChecks {
    private static final String FORMAT = "ROSTemplateFormatVersion";
    private static final Set<String> SECTIONS =
            Set.of(FORMAT, "Description", "Metadata", "Parameters", "Mappings", "Conditions", "Resources", "Outputs");
    private static final Set<String> UNSUPPORTED = Set.of("Rules", "Locals", "Hooks", "Transform", "Workspace");

    private TemplateChecks() {}

    static void sections(ObjectNode root) {
        String version = root.path(FORMAT).asText("");
        if (!version.equals("2015-09-01")) {
            throw new ApiError(
                    400,
                    "InvalidTemplateVersion",
                    "The template version is invalid: " + FORMAT + " is \"" + version + "\", not 2015-09-01.");
        }
        root.fieldNames().forEachRemaining(name -> {
            if (UNSUPPORTED.contains(name)) {
                throw new ApiError(
                        400,
                        "StackValidationFailed",
                        "The section " + name + " is not supported by the local endpoint.");
            }
            if (!SECTIONS.contains(name)) {
                throw new ApiError(400, "InvalidTemplateSection", "The template section is invalid: " + name + ".");
            }
        });
    }

    static void references(Template template) {
        for (ResourceDefinition resource : template.resources().values()) {
            for (String name : resource.dependsOn()) {
                if (!template.resources().containsKey(name)) {
                    throw unknown(name, resource.logicalId());
                }
            }
            expression(template, resource.properties(), resource.logicalId());
            condition(template, resource.condition(), resource.logicalId());
        }
        template.section("Outputs").properties().forEach(output -> {
            if (!output.getValue().has("Value")) {
                throw Template.wrongType(output.getKey(), "Outputs");
            }
            expression(template, output.getValue().get("Value"), output.getKey());
            condition(template, output.getValue().path("Condition").asText(""), output.getKey());
        });
    }

    private static void expression(Template template, JsonNode expression, String referencer) {
        for (Reference reference : References.in(expression)) {
            ResourceDefinition resource = template.resources().get(reference.name());
            if (reference.attribute() != null) {
                attribute(resource, reference, referencer);
            } else if (resource == null
                    && !template.parameters().containsKey(reference.name())
                    && !PseudoParameters.isPseudo(reference.name())) {
                throw unknown(reference.name(), referencer);
            }
        }
    }

    private static void attribute(ResourceDefinition resource, Reference reference, String referencer) {
        if (resource == null) {
            throw unknown(reference.name(), referencer);
        }
        Set<String> known = ResourceCatalogue.find(resource.type()).attributes();
        String attribute = reference.attribute();
        if (attribute.isEmpty() || (!known.isEmpty() && !known.contains(attribute))) {
            throw new ApiError(
                    400,
                    "InvalidTemplateAttribute",
                    "The Referenced Attribute (" + resource.logicalId() + " " + attribute + ") is incorrect.");
        }
    }

    private static void condition(Template template, String name, String referencer) {
        if (!name.isEmpty() && !template.section("Conditions").has(name)) {
            throw unknown(name, referencer);
        }
    }

    static ApiError unknown(String name, String referencer) {
        return new ApiError(
                400,
                "InvalidTemplateReference",
                "The specified reference \"" + name + "\" (in " + referencer + ") is incorrect.");
    }
}
