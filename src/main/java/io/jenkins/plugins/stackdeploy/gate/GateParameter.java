package io.jenkins.plugins.stackdeploy.gate;

import java.util.List;

/**
 * A value that approvers fill in.
 *
 * @param name unique in its gate
 * @param description what to fill in; null for none
 * @param defaultValue what holds when nothing is filled in; null when something must be
 * @param choices the values that are allowed; empty when all are
 */
public record GateParameter(String name, String description, String defaultValue, List<String> choices) {
    /** The longest value, in characters. */
    public static final int LONGEST = 4_000;

    /** Keeps a copy of the choices. */
    public GateParameter {
        choices = List.copyOf(choices);
    }

    boolean takes(String value) {
        return value.length() <= LONGEST && (choices.isEmpty() || choices.contains(value));
    }
}
