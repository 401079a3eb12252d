package io.jenkins.plugins.stackdeploy.localcloud.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.jenkins.plugins.stackdeploy.localcloud.template.Scope;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The resources of a stack at some moment, as Ref and GetAtt see them.
 *
 * @param resources the resources by logical id
 * @param family where to look for nested stacks
 * @param at the moment
 */
public record LiveResources(Map<String, ResourceState> resources, StackFamily family, Instant at) implements Scope {
    private static final String OUTPUTS = "Outputs.";

    @Override
    public Optional<JsonNode> ref(String name) {
        return resource(name).map(resource -> TextNode.valueOf(resource.physicalId()));
    }

    @Override
    public Optional<JsonNode> attribute(String resource, String attribute) {
        return resource(resource)
                .map(found -> found.nestedStack() && attribute.startsWith(OUTPUTS)
                        ? output(found.physicalId(), attribute.substring(OUTPUTS.length()))
                        : Attributes.of(found, attribute));
    }

    private Optional<ResourceState> resource(String name) {
        return Optional.ofNullable(resources.get(name))
                .filter(resource -> resource.exists() && !resource.physicalId().isEmpty());
    }

    private JsonNode output(String stackId, String key) {
        for (JsonNode output : family.stack(stackId).orElseThrow().at(at).outputs()) {
            if (output.path("OutputKey").asText().equals(key)) {
                return output.get("OutputValue");
            }
        }
        return TextNode.valueOf("");
    }
}
