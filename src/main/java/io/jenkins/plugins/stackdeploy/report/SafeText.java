package io.jenkins.plugins.stackdeploy.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.jenkins.plugins.stackdeploy.engine.Masking;
import io.jenkins.plugins.stackdeploy.engine.Text;
import java.util.Set;

/** Makes every text of an entry fit to be kept: no secrets, no control characters, not too long. */
final class SafeText {
    /** A reason may be a whole stack trace of a service. */
    static final int LONGEST = 4_000;

    /** What this plugin writes itself and must be able to read again, whatever a secret happens to be. */
    private static final Set<String> OURS = Set.of("kind", "time", "target", "stage", "result");

    private final Masking masking;

    SafeText(Masking masking) {
        this.masking = masking;
    }

    /** A copy of the entry's JSON with safe texts. */
    ObjectNode of(ObjectNode entry) {
        ObjectNode safe = JsonNodeFactory.instance.objectNode();
        entry.properties().forEach(field -> {
            boolean ours = OURS.contains(field.getKey());
            safe.set(field.getKey(), ours ? field.getValue() : node(field.getValue()));
        });
        return safe;
    }

    private JsonNode node(JsonNode node) {
        if (node.isTextual()) {
            return TextNode.valueOf(text(node.textValue()));
        }
        if (node instanceof ArrayNode array) {
            ArrayNode safe = JsonNodeFactory.instance.arrayNode(array.size());
            array.forEach(each -> safe.add(node(each)));
            return safe;
        }
        if (node instanceof ObjectNode object) {
            ObjectNode safe = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(field -> safe.set(text(field.getKey()), node(field.getValue())));
            return safe;
        }
        return node;
    }

    /** Masked first: a secret with control characters in it would not be found any more. */
    private String text(String text) {
        String printable = masking.hide(Text.printable(masking.hide(text)));
        return printable.length() <= LONGEST ? printable : printable.substring(0, LONGEST) + " \u2026";
    }
}
