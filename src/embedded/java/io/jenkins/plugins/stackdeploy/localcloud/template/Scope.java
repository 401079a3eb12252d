package io.jenkins.plugins.stackdeploy.localcloud.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** What the names inside an expression stand for. An empty answer leaves the reference as it is. */
public interface Scope {
    /** Returns the value of a parameter or the physical id of a resource. */
    Optional<JsonNode> ref(String name);

    /** Returns an attribute of a resource. */
    Optional<JsonNode> attribute(String resource, String attribute);
}
