package io.jenkins.plugins.stackdeploy.localcloud.awsstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.jenkins.plugins.stackdeploy.localcloud.template.Scope;
import java.util.Locale;
import java.util.Optional;

/** The resources of a stack as Ref and GetAtt see them; attributes are invented, the same each time. */
record LiveScope(AwsStack stack, AwsSnapshot resources) implements Scope {

    @Override
    public Optional<JsonNode> ref(String name) {
        return Optional.ofNullable(resources.existing(name)).map(resource -> TextNode.valueOf(resource.physicalId()));
    }

    @Override
    public Optional<JsonNode> attribute(String logicalId, String attribute) {
        return Optional.ofNullable(resources.existing(logicalId)).map(resource -> attribute(resource, attribute));
    }

    private JsonNode attribute(AwsResource resource, String attribute) {
        JsonNode property = resource.target().properties().path(attribute);
        if (property.isValueNode()) {
            return property;
        }
        if (attribute.equals("Arn")) {
            String service = resource.type().split("::")[1].toLowerCase(Locale.ROOT);
            return TextNode.valueOf("arn:aws:" + service + ":" + stack.region() + ":" + stack.accountId() + ":"
                    + resource.physicalId());
        }
        return TextNode.valueOf(resource.physicalId() + "." + attribute);
    }
}
