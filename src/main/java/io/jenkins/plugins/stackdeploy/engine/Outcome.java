package io.jenkins.plugins.stackdeploy.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a deployment ended.
 *
 * @param kind success, failure or abort
 * @param message one line that says what happened; for a failure what failed and why
 * @param facts what a script gets: strings, numbers, booleans, lists and maps of them
 */
public record Outcome(Kind kind, String message, Map<String, Object> facts) {
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

    /** Whether what was asked for is so. */
    public boolean succeeded() {
        return kind == Kind.SUCCESS;
    }
}
