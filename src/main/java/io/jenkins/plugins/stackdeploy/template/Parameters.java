package io.jenkins.plugins.stackdeploy.template;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of a deployment by name, in the order in which they were first given. Immutable: layers are put on top with
 * {@link #with}, and the last one wins. {@link #toString()} never shows a value.
 */
public final class Parameters {
    private static final Parameters EMPTY = new Parameters(Map.of());

    private final Map<String, Parameter> byKey;

    private Parameters(Map<String, Parameter> byKey) {
        this.byKey = Collections.unmodifiableMap(byKey);
    }

    /** No parameters at all. */
    public static Parameters empty() {
        return EMPTY;
    }

    /** Values from {@link ParameterSource#MAP}; a null value resets the parameter. */
    public static Parameters of(Map<String, String> values) {
        return EMPTY.with(ParameterSource.MAP, values);
    }

    /**
     * The given parameters.
     *
     * @throws IllegalArgumentException when a key is there twice
     */
    public static Parameters of(Collection<Parameter> parameters) {
        Map<String, Parameter> byKey = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            if (byKey.put(parameter.key(), parameter) != null) {
                throw new IllegalArgumentException("Parameter " + parameter.key() + " is given twice");
            }
        }
        return new Parameters(byKey);
    }

    /** These parameters with others on top, which count as coming from the source given; those of SECRET become secret. */
    public Parameters with(ParameterSource source, Parameters others) {
        Map<String, Parameter> merged = new LinkedHashMap<>(byKey);
        for (Parameter other : others.byKey.values()) {
            Parameter later = other.from(source);
            merged.merge(other.key(), later, (earlier, same) -> later.over(earlier));
        }
        return new Parameters(merged);
    }

    /** Like {@link #with(ParameterSource, Parameters)}; a null value resets the parameter. */
    public Parameters with(ParameterSource source, Map<String, String> values) {
        Map<String, Parameter> others = new LinkedHashMap<>();
        values.forEach((key, value) ->
                others.put(key, value == null ? Parameter.reset(key, source) : Parameter.value(key, value, source)));
        return with(source, new Parameters(others));
    }

    /** These parameters, of which those with the given names are secret. */
    public Parameters hiding(Collection<String> names) {
        Map<String, Parameter> hidden = new LinkedHashMap<>(byKey);
        names.forEach(name -> hidden.computeIfPresent(name, (key, parameter) -> parameter.hidden()));
        return new Parameters(hidden);
    }

    /** All parameters, in order; unmodifiable. */
    public Collection<Parameter> all() {
        return byKey.values();
    }

    /** The parameter of a name. */
    public Optional<Parameter> get(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    public int size() {
        return byKey.size();
    }

    public boolean isEmpty() {
        return byKey.isEmpty();
    }

    /** Where each value comes from and what it replaced, in order: names only, fit for a log. */
    public List<ParameterOrigin> describeSources() {
        return byKey.values().stream()
                .map(p -> new ParameterOrigin(p.key(), p.source(), p.overridden(), p.secret(), p.usePrevious()))
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Parameters parameters && byKey.equals(parameters.byKey);
    }

    @Override
    public int hashCode() {
        return byKey.hashCode();
    }

    /** Names and sources. */
    @Override
    public String toString() {
        return byKey.values().toString();
    }
}
