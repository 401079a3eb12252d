package io.jenkins.plugins.stackdeploy.localcloud.awsstack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.localcloud.template.AwsTemplate;
import io.jenkins.plugins.stackdeploy.localcloud.template.ParameterDefinition;
import io.jenkins.plugins.stackdeploy.localcloud.template.Template;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;
import java.util.Set;

/** A template as ValidateTemplate and GetTemplateSummary show it. */
final class TemplateView {
    private TemplateView() {}

    /**
     * @param typed whether types and allowed values of parameters are shown
     */
    static ObjectNode of(Template template, boolean typed) {
        ObjectNode view = Json.object();
        if (!template.description().isEmpty()) {
            view.put("Description", template.description());
        }
        ArrayNode parameters = view.putArray("Parameters");
        for (ParameterDefinition parameter : template.parameters().values()) {
            parameter(parameters.addObject(), parameter, typed);
        }
        Set<String> capabilities = AwsTemplate.capabilities(template);
        view.set("Capabilities", Json.texts(capabilities));
        if (!capabilities.isEmpty()) {
            view.put("CapabilitiesReason", "The template has resources or transforms that require " + capabilities);
        }
        if (template.root().path("Transform").isTextual()) {
            view.putArray("DeclaredTransforms").add(template.root().get("Transform"));
        } else if (template.root().has("Transform")) {
            view.set("DeclaredTransforms", template.root().get("Transform"));
        }
        return view;
    }

    private static void parameter(ObjectNode view, ParameterDefinition parameter, boolean typed) {
        view.put("ParameterKey", parameter.name()).put("NoEcho", parameter.noEcho());
        if (parameter.defaultValue() != null) {
            view.put("DefaultValue", parameter.defaultValue());
        }
        String description = parameter.definition().path("Description").asText("");
        if (!description.isEmpty()) {
            view.put("Description", description);
        }
        if (typed) {
            view.put("ParameterType", parameter.definition().path("Type").asText());
            ArrayNode allowed = view.putObject("ParameterConstraints").putArray("AllowedValues");
            parameter.definition().path("AllowedValues").forEach(value -> allowed.add(value.asText()));
        }
    }
}
