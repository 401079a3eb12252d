package io.jenkins.plugins.stackdeploy.localcloud.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** The faults that CloudFormation finds in a template before it looks at parameters. */
final class AwsTemplateChecks {
    private static final String FORMAT = "AWSTemplateFormatVersion";
    private static final Set<String> SECTIONS = Set.of(
            FORMAT,
            "Description",
            "Metadata",
            "Parameters",
            "Rules",
            "Mappings",
            "Conditions",
            "Transform",
            "Hooks",
            "Resources",
            "Outputs");
    private static final Pattern LOGICAL_ID = Pattern.compile("[A-Za-z0-9]{1,255}");
    private static final Pattern TYPE = Pattern.compile("[A-Za-z0-9]{2,64}(::[A-Za-z0-9_@-]{2,64}){1,3}");
    private static final Set<String> PSEUDO = Set.of(
            "AWS::AccountId",
            "AWS::NoValue",
            "AWS::NotificationARNs",
            "AWS::Partition",
            "AWS::Region",
            "AWS::StackId",
            "AWS::StackName",
            "AWS::URLSuffix");

    private AwsTemplateChecks() {}

    static void sections(ObjectNode root) {
        if (root.has(FORMAT) && !root.get(FORMAT).asText().equals("2010-09-09")) {
            throw AwsTemplate.format("unsupported value for " + FORMAT + ".");
        }
        List<String> unknown = new ArrayList<>();
        root.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(SECTIONS);
        if (!unknown.isEmpty()) {
            throw new ApiError(400, "ValidationError", "Invalid template property or properties " + unknown);
        }
        if (Template.section(root, "Resources").isEmpty()) {
            throw AwsTemplate.format("At least one Resources member must be defined.");
        }
    }

    static ResourceDefinition resource(String logicalId, JsonNode node) {
        if (!LOGICAL_ID.matcher(logicalId).matches()) {
            throw AwsTemplate.format("Resource name " + logicalId + " is non alphanumeric.");
        }
        if (!(node instanceof ObjectNode definition) || !node.path("Type").isTextual()) {
            throw AwsTemplate.format(
                    "[/Resources/" + logicalId + "] Every Resources object must contain a Type member.");
        }
        String type = definition.get("Type").asText();
        if (!TYPE.matcher(type).matches()) {
            throw AwsTemplate.format("Unrecognized resource types: [" + type + "]");
        }
        return new ResourceDefinition(
                logicalId,
                type,
                Template.section(definition, "Properties"),
                dependsOn(definition.path("DependsOn")),
                definition);
    }

    static void references(Template template) {
        Set<String> missing = new TreeSet<>();
        for (ResourceDefinition resource : template.resources().values()) {
            resource.dependsOn().stream()
                    .filter(name -> !template.resources().containsKey(name))
                    .forEach(missing::add);
            collect(template, resource.properties(), missing);
            condition(template, resource.condition());
        }
        if (!missing.isEmpty()) {
            throw unresolved(missing, "Resources");
        }
        template.section("Outputs").properties().forEach(output -> {
            if (!output.getValue().has("Value")) {
                throw AwsTemplate.format("Output " + output.getKey() + " is malformed. The Value field is required.");
            }
            collect(template, output.getValue().get("Value"), missing);
            condition(template, output.getValue().path("Condition").asText(""));
        });
        if (!missing.isEmpty()) {
            throw unresolved(missing, "Outputs");
        }
    }

    private static void collect(Template template, JsonNode expression, Set<String> missing) {
        for (Reference reference : References.in(expression)) {
            boolean known = template.resources().containsKey(reference.name())
                    || (reference.attribute() == null
                            && (template.parameters().containsKey(reference.name())
                                    || PSEUDO.contains(reference.name())));
            if (!known) {
                missing.add(reference.name());
            }
        }
    }

    private static void condition(Template template, String name) {
        if (!name.isEmpty() && !template.section("Conditions").has(name)) {
            throw AwsTemplate.format(
                    "Unresolved condition dependency " + name + " in the Resources block of the template");
        }
    }

    private static ApiError unresolved(Set<String> names, String block) {
        return AwsTemplate.format(
                "Unresolved resource dependencies " + names + " in the " + block + " block of the template");
    }

    private static List<String> dependsOn(JsonNode node) {
        return node.isTextual()
                ? List.of(node.asText())
                : StreamSupport.stream(node.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList();
    }
}
