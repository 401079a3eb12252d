package io.jenkins.plugins.stackdeploy.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a deployment ended.
 *
 * @param kind success, failure or abort
 * @param message one line that says what happened; for a failure what failed and why
 * @param facts what a script gets: strings, numbers, booleans, lists and maps of them
 */
public record Outcome(Kind kind, String message, Map<String, Object> facts) {
    /** The facts that are texts of the cloud. */
    private static final Set<String> REASONS = Set.of("reason", "statusReason");

    /** The three ends. */
    public enum Kind {
        /** What was asked for is so. */
        SUCCESS,
        /** It is not so, and the cloud is done with it or was never asked, or nobody watches any longer. */
        FAILURE,
        /** Somebody stopped the build. */
        ABORTED
    }

    /**
     * Copies the facts, all the way down: they are saved with a Pipeline's program, where the unmodifiable collections of one
     * Java need not be readable by the next, and a script may want to change what it got.
     */
    public Outcome {
        facts = copy(facts);
    }

    private static Map<String, Object> copy(Map<?, ?> map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(String.valueOf(key), copy(value)));
        return copy;
    }

    private static Object copy(Object value) {
        if (value instanceof Map<?, ?> map) {
            return copy(map);
        }
        if (value instanceof Collection<?> items) {
            List<Object> copy = new ArrayList<>();
            items.forEach(item -> copy.add(copy(item)));
            return copy;
        }
        return value;
    }

    /**
     * The same without secrets in what the cloud says: in the message, and in the facts wherever they, or the items of their
     * lists, give a reason. Everything else is left as it is: a script relies on ids and names, which a short secret would
     * spoil, and on the outputs that it asked for.
     *
     * @param masking hides the secrets
     * @return an outcome whose texts are masked
     */
    public Outcome masked(Masking masking) {
        Map<String, Object> shown = new LinkedHashMap<>();
        facts.forEach((name, value) -> shown.put(
                name,
                value instanceof List<?> items
                        ? items.stream()
                                .map(item -> item instanceof Map<?, ?> map ? maskedReasons(map, masking) : item)
                                .collect(Collectors.toList())
                        : maskedReason(name, value, masking)));
        return new Outcome(kind, masking.hide(message), shown);
    }

    private static Map<Object, Object> maskedReasons(Map<?, ?> item, Masking masking) {
        Map<Object, Object> shown = new LinkedHashMap<>();
        item.forEach((name, value) -> shown.put(name, maskedReason(name, value, masking)));
        return shown;
    }

    private static Object maskedReason(Object name, Object value, Masking masking) {
        return REASONS.contains(name) && value instanceof String text ? masking.hide(text) : value;
    }

    /** Whether what was asked for is so. */
    public boolean succeeded() {
        return kind == Kind.SUCCESS;
    }
}
