package io.jenkins.plugins.stackdeploy.steps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Lists of accounts, organizational units and regions as CodePipeline writes them. */
final class TargetText {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private TargetText() {}

    /**
     * The items of a text.
     *
     * @param text items between commas or on lines of their own; null for none
     * @return in order, without blanks around them and without empty ones
     */
    static List<String> items(String text) {
        return text == null
                ? List.of()
                : Stream.of(text.split("[,\\r\\n]"))
                        .map(String::strip)
                        .filter(item -> !item.isEmpty())
                        .toList();
    }

    /** Whether a text names a file: none of the items has a dot, a slash or a double colon in it. */
    static boolean isFile(String text) {
        List<String> items = items(text);
        return items.size() == 1
                && (Artifact.isNamed(items.get(0)) || items.get(0).matches(".*[./].*"));
    }

    /**
     * The items of a file: a JSON list of texts.
     *
     * @param content in UTF-8
     * @return in order; empty when it is anything else
     */
    static Optional<List<String>> ofFile(byte[] content) {
        try {
            JsonNode root = JSON.readTree(content);
            List<String> items = new ArrayList<>();
            root.forEach(item -> items.add(item.isTextual() ? item.textValue().strip() : null));
            return root.isArray() && !items.contains(null) ? Optional.of(items) : Optional.empty();
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    /** The items that are there more than once. */
    static List<String> repeated(List<String> items) {
        Set<String> seen = new HashSet<>();
        return items.stream().filter(item -> !seen.add(item)).distinct().toList();
    }
}
