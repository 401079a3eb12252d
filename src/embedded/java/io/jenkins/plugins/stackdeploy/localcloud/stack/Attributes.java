package io.jenkins.plugins.stackdeploy.localcloud.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Locale;

/** Invents what GetAtt finds on a resource: believable, and the same each time. */
final class Attributes {
    private Attributes() {}

    static JsonNode of(ResourceState resource, String attribute) {
        String kind = resource.type().substring(resource.type().lastIndexOf(':') + 1);
        String name = attribute.toLowerCase(Locale.ROOT);
        if (name.equals(kind.toLowerCase(Locale.ROOT) + "id") || attribute.equals("AllocationId")) {
            return TextNode.valueOf(resource.physicalId());
        }
        JsonNode property = resource.target().properties().path(attribute);
        if (property.isValueNode()) {
            return property;
        }
        if (name.endsWith("ip") || name.endsWith("ipaddress")) {
            int hash = (resource.physicalId() + attribute).hashCode();
            return TextNode.valueOf(
                    "10." + (hash >>> 24) % 256 + "." + (hash >>> 16) % 256 + "." + (1 + (hash >>> 8) % 254));
        }
        return TextNode.valueOf(resource.physicalId() + "." + attribute);
    }
}
