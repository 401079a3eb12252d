package io.jenkins.plugins.stackdeploy.plan;

import io.jenkins.plugins.stackdeploy.engine.Text;

/**
 * What happens to one template parameter. The values of secret ones are not here.
 *
 * @param key its name
 * @param kind what happens
 * @param before the value that the stack has; null when it has none, {@link #HIDDEN} for a secret
 * @param after the value that it will have; null when it will have none, {@link #HIDDEN} for a secret
 */
public record ParameterChange(String key, Kind kind, String before, String after) {
    /** What stands for the value of a secret. */
    public static final String HIDDEN = "****";

    /** What happens to a parameter. */
    public enum Kind {
        SAME,
        ADD,
        MODIFY,
        REMOVE,
        /** A secret value is given: whether it is another than before cannot be told, since clouds do not show them. */
        SECRET
    }

    /** Makes the name and the values printable. */
    public ParameterChange {
        key = Text.oneLine(key);
        before = before == null ? null : Text.printable(before);
        after = after == null ? null : Text.printable(after);
    }

    /**
     * Compares the values of a parameter that is no secret.
     *
     * @param key its name
     * @param before the value that the stack has; null for none
     * @param after the value that it will have; null for none
     * @return what happens
     */
    public static ParameterChange between(String key, String before, String after) {
        Kind kind;
        if (before == null) {
            kind = after == null ? Kind.SAME : Kind.ADD;
        } else {
            kind = after == null ? Kind.REMOVE : before.equals(after) ? Kind.SAME : Kind.MODIFY;
        }
        return new ParameterChange(key, kind, before, after);
    }

    /**
     * A secret one.
     *
     * @param key its name
     * @param had whether the stack has a value
     * @param given whether a value is given now
     * @param kept whether it has a value afterwards
     * @return what happens
     */
    public static ParameterChange secret(String key, boolean had, boolean given, boolean kept) {
        Kind kind;
        if (given) {
            kind = had ? Kind.SECRET : Kind.ADD;
        } else {
            kind = had == kept ? Kind.SAME : had ? Kind.REMOVE : Kind.ADD;
        }
        return new ParameterChange(key, kind, had ? HIDDEN : null, given || kept ? HIDDEN : null);
    }
}
