package io.jenkins.plugins.stackdeploy.localcloud.ros;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.localcloud.template.Template;
import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;
import java.util.Set;
import java.util.TreeSet;

/** ValidateTemplate. Whatever is wrong with the template, its code is InvalidTemplate (published error table). */
final class ValidateTemplate implements RosAction {
    private static final ParameterSpec SPEC = ParameterSpec.of(
            "ClientToken:S, RegionId:S, TemplateBody:S, " + "TemplateURL:S, UpdateInfoOptions.N, ValidationOption:S");

    @Override
    public ParameterSpec spec() {
        return SPEC;
    }

    @Override
    public Answer run(Call call) {
        Template template = parse(TemplateArgument.read(call));
        ObjectNode answer = Json.object().put("Description", template.description());
        ArrayNode parameters = answer.putArray("Parameters");
        template.parameters().values().forEach(parameter -> {
            ObjectNode shown = Json.object().put("ParameterKey", parameter.name());
            shown.setAll(parameter.definition());
            parameters.add(shown);
        });
        outputs(template, answer.putArray("Outputs"));
        resources(template, answer);
        if (!call.parameters().list("UpdateInfoOptions").isEmpty()) {
            answer.set("UpdateInfo", UpdateInfo.of(template));
        }
        return Answer.of(answer);
    }

    private static Template parse(String body) {
        try {
            return Template.parse(body);
        } catch (ApiError e) {
            throw new ApiError(400, "InvalidTemplate", e.getMessage());
        }
    }

    private static void outputs(Template template, ArrayNode outputs) {
        template.section("Outputs").properties().forEach(e -> {
            JsonNode output = e.getValue();
            outputs.addObject()
                    .put("OutputKey", e.getKey())
                    .put("Description", output.path("Description").asText(""))
                    .put("Label", output.path("Label").asText(""));
        });
    }

    private static void resources(Template template, ObjectNode answer) {
        Set<String> types = new TreeSet<>();
        Set<String> dataSources = new TreeSet<>();
        ArrayNode resources = answer.putArray("Resources");
        template.resources().values().forEach(resource -> {
            (resource.type().startsWith("DATASOURCE::") ? dataSources : types).add(resource.type());
            resources
                    .addObject()
                    .put("LogicalResourceIdPattern", resource.logicalId())
                    .put("ResourcePath", resource.logicalId())
                    .put("ResourceType", resource.type());
        });
        ObjectNode byKind = answer.putObject("ResourceTypes");
        byKind.set("Resources", Json.texts(types));
        byKind.set("DataSources", Json.texts(dataSources));
    }
}
