package io.jenkins.plugins.stackdeploy.localcloud.template;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;
import java.nio.charset.StandardCharsets;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;

/** Turns the text of a template, JSON or YAML with its short forms, into one JSON tree. */
public final class TemplateText {
    /** CreateStack: "TemplateBody must be 1 to 524,288 bytes in length". */
    public static final int MAX_BYTES = 524_288;

    private static final ObjectReader STRICT_JSON =
            Json.MAPPER.readerFor(JsonNode.class).with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private TemplateText() {}

    /**
     * Reads a template.
     *
     * @param text the template as the client sent it
     * @return its root, always an object
     * @throws ApiError InvalidSchema if it is neither JSON nor YAML or not a mapping, StackValidationFailed if too long
     */
    public static ObjectNode read(String text) {
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_BYTES) {
            throw new ApiError(
                    400,
                    "StackValidationFailed",
                    "The template has " + bytes + " bytes, which exceeds the limit of " + MAX_BYTES + " bytes.");
        }
        return tree(text);
    }

    /** Reads a template of any length. */
    static ObjectNode tree(String text) {
        JsonNode root = text.stripLeading().startsWith("{") ? json(text) : yaml(text);
        if (root instanceof ObjectNode object) {
            return object;
        }
        throw invalidSchema("the template is not a mapping");
    }

    private static JsonNode json(String text) {
        try {
            return STRICT_JSON.readValue(text);
        } catch (JsonProcessingException e) {
            throw invalidSchema(e.getOriginalMessage() + " at line "
                    + (e.getLocation() == null ? 1 : e.getLocation().getLineNr()));
        }
    }

    private static JsonNode yaml(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        DumperOptions dumping = new DumperOptions();
        Yaml yaml = new Yaml(
                new ShortFormConstructor(options),
                new Representer(dumping),
                dumping,
                options,
                new NoTimestampResolver());
        try {
            return Json.MAPPER.valueToTree(yaml.load(text));
        } catch (YAMLException | IllegalArgumentException e) {
            throw invalidSchema(e.getMessage());
        }
    }

    private static ApiError invalidSchema(String reason) {
        return new ApiError(400, "InvalidSchema", "The template is not well formed: " + reason + ".");
    }
}
