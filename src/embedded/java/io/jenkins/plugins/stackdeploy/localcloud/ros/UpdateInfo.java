package io.jenkins.plugins.stackdeploy.localcloud.ros;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.localcloud.template.ResourceCatalogue;
import io.jenkins.plugins.stackdeploy.localcloud.template.Template;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;
import java.util.Set;
import java.util.TreeSet;

/** The ten lists of parameter names that say what changing a parameter would mean. */
final class UpdateInfo {
    private UpdateInfo() {}

    static ObjectNode of(Template template) {
        Set<String> replacing = new TreeSet<>();
        template.resources().values().forEach(resource -> {
            for (String property : ResourceCatalogue.find(resource.type()).replacing()) {
                JsonNode reference = resource.properties().path(property).path("Ref");
                if (template.parameters().containsKey(reference.asText())) {
                    replacing.add(reference.asText());
                }
            }
        });
        Set<String> allowed = new TreeSet<>(template.parameters().keySet());
        allowed.removeAll(replacing);
        ObjectNode result = Json.object();
        result.set("ParametersAllowedToBeModified", Json.texts(allowed));
        result.set("ParametersCauseReplacementIfModified", Json.texts(replacing));
        for (String empty : new String[] {
            "ParametersCauseInterruptionIfModified",
            "ParametersConditionallyAllowedToBeModified",
            "ParametersConditionallyCauseInterruptionIfModified",
            "ParametersConditionallyCauseReplacementIfModified",
            "ParametersNotAllowedToBeModified",
            "ParametersUncertainlyAllowedToBeModified",
            "ParametersUncertainlyCauseInterruptionIfModified",
            "ParametersUncertainlyCauseReplacementIfModified"
        }) {
            result.putArray(empty);
        }
        return result;
    }
}
