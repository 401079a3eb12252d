package io.jenkins.plugins.stackdeploy.engine;

import java.util.LinkedHashMap;
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

    /** Copies the facts. */
    public Outcome {
        facts = new LinkedHashMap<>(facts);
    }

    /** Whether what was asked for is so. */
    public boolean succeeded() {
        return kind == Kind.SUCCESS;
    }
}
