package io.jenkins.plugins.stackdeploy.template;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A parameter given to a deployment. {@link #toString()} never shows the value, whether it is a secret or not. It is not
 * serializable on purpose: what holds secrets should not be written to disk in passing.
 *
 * @param key the parameter's name, not empty
 * @param value null when the previous one is to be used, and when an override is to be reset
 * @param usePrevious whether the stack keeps the value it has; the value is null then
 * @param secret whether the value must never be shown
 * @param source where the value comes from
 * @param overridden the sources of the values that this one replaced, oldest first
 */
public record Parameter(
        String key,
        @CheckForNull String value,
        boolean usePrevious,
        boolean secret,
        ParameterSource source,
        List<ParameterSource> overridden) {

    public Parameter {
        Objects.requireNonNull(source);
        overridden = List.copyOf(overridden);
        if (key.isEmpty()) {
            throw new IllegalArgumentException("A parameter needs a name");
        }
        if (usePrevious && value != null) {
            throw new IllegalArgumentException("Parameter " + key + " has a value and keeps the previous one");
        }
    }

    /** A value. Those of {@link ParameterSource#SECRET} are secret. */
    public static Parameter value(String key, String value, ParameterSource source) {
        return new Parameter(
                key, Objects.requireNonNull(value), false, source == ParameterSource.SECRET, source, List.of());
    }

    /** The value that the stack has already. */
    public static Parameter previous(String key, ParameterSource source) {
        return new Parameter(key, null, true, false, source, List.of());
    }

    /**
     * No value: in a stack's parameters the template's default, in a stack instance's overrides the stack set's value
     * (CloudFormation API, ParameterOverrides).
     */
    public static Parameter reset(String key, ParameterSource source) {
        return new Parameter(key, null, false, false, source, List.of());
    }

    /** This parameter in the place of an earlier one. What was secret once stays hidden. */
    Parameter over(Parameter earlier) {
        List<ParameterSource> replaced = new ArrayList<>(earlier.overridden);
        replaced.add(earlier.source);
        return new Parameter(key, value, usePrevious, secret || earlier.secret, source, replaced);
    }

    /** This parameter as one from another source. */
    Parameter from(ParameterSource other) {
        return new Parameter(key, value, usePrevious, secret || other == ParameterSource.SECRET, other, overridden);
    }

    /** This parameter as a secret. */
    Parameter hidden() {
        return new Parameter(key, value, usePrevious, true, source, overridden);
    }

    @Override
    public String toString() {
        return key + " (" + source + (overridden.isEmpty() ? "" : " over " + overridden) + ")";
    }
}
