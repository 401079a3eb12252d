package io.jenkins.plugins.stackdeploy.localcloud.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * What a template tells the local cloud about one of its resources, under {@code Metadata: LocalCloud:}.
 *
 * <ul>
 *   <li>{@code FailOn}: CREATE, UPDATE, DELETE or ROLLBACK, or a list of these
 *   <li>{@code Reason}: the status reason of the failure
 *   <li>{@code Code}: the error code of the product call, as OperationInfo shows it
 *   <li>{@code Seconds}: nominal duration of each operation on it, or until it fails
 *   <li>{@code Drift}: actual values by property name, for drift detection
 * </ul>
 */
public final class ResourceHints {
    private final JsonNode hints;

    /** Reads the hints out of a resource's metadata; null is read like none. */
    public ResourceHints(ObjectNode metadata) {
        this.hints = metadata == null ? MissingNode.getInstance() : metadata.path("LocalCloud");
    }

    /** Returns why the resource is to fail at something, if it is. */
    public Optional<String> failure(FailOn on) {
        JsonNode failOn = hints.path("FailOn");
        boolean fails = failOn.isArray()
                ? StreamSupport.stream(failOn.spliterator(), false)
                        .anyMatch(v -> v.asText().equals(on.name()))
                : failOn.asText("").equals(on.name());
        return fails ? Optional.of(hints.path("Reason").asText("The " + on + " was told to fail.")) : Optional.empty();
    }

    String code() {
        return hints.path("Code").asText("OperationDenied");
    }

    /** Returns how many nominal seconds work on it takes, given what its type usually takes. */
    public double seconds(double nominal) {
        return hints.path("Seconds").asDouble(nominal);
    }

    /** Returns the actual values by property name, an empty object if the resource has not drifted. */
    public JsonNode drift() {
        return hints.path("Drift");
    }
}
