package io.jenkins.plugins.stackdeploy.template;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gathers parameters from entries of ParameterKey, ParameterValue, UsePreviousValue and ResolvedValue (CloudFormation API,
 * Parameter), whichever syntax they come in.
 */
final class ParameterCollector {
    private final String sourceName;
    private final ParameterSource source;
    private final Map<String, Parameter> byKey = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    ParameterCollector(String sourceName, ParameterSource source) {
        this.sourceName = sourceName;
        this.source = source;
    }

    /** The fields of an entry. */
    enum Field {
        KEY("ParameterKey"),
        VALUE("ParameterValue"),
        USE_PREVIOUS("UsePreviousValue"),
        RESOLVED("ResolvedValue");

        private final String written;

        Field(String written) {
            this.written = written;
        }

        /** The field of a name in any case, because AWS's tools differ in the first letter; null when there is none. */
        static Field of(String name) {
            for (Field field : values()) {
                if (field.written.equalsIgnoreCase(name)) {
                    return field;
                }
            }
            return null;
        }
    }

    /**
     * Adds an entry.
     *
     * @param fields each with its text, or with null for "no value"
     */
    void add(Position at, Map<Field, String> fields) throws TemplateException {
        String key = fields.get(Field.KEY);
        String value = fields.get(Field.VALUE);
        if (key == null || key.isEmpty()) {
            throw new TemplateException(sourceName, at, Messages.Parameters_noKey());
        }
        if (fields.containsKey(Field.RESOLVED)) {
            notes.add(Messages.Parameters_resolvedValue(key));
        }
        boolean usePrevious = usePrevious(at, key, fields.get(Field.USE_PREVIOUS));
        if (usePrevious && value != null) {
            throw new TemplateException(sourceName, at, Messages.Parameters_valueAndPrevious(key));
        }
        add(at, usePrevious ? Parameter.previous(key, source) : parameter(key, value));
    }

    /** Adds a value, or resets the parameter when it is null. */
    void add(Position at, String key, @CheckForNull String value) throws TemplateException {
        if (key.isEmpty()) {
            throw new TemplateException(sourceName, at, Messages.Parameters_noKey());
        }
        add(at, parameter(key, value));
    }

    private Parameter parameter(String key, @CheckForNull String value) {
        return value == null ? Parameter.reset(key, source) : Parameter.value(key, value, source);
    }

    /** The same entry twice is harmless, and AWS's own documentation has an example of it; two different ones are not. */
    private void add(Position at, Parameter parameter) throws TemplateException {
        Parameter first = byKey.putIfAbsent(parameter.key(), parameter);
        if (first != null && !first.equals(parameter)) {
            throw new TemplateException(sourceName, at, Messages.Parameters_twice(parameter.key()));
        }
    }

    private boolean usePrevious(Position at, String key, String text) throws TemplateException {
        if (text == null || text.equalsIgnoreCase("false")) {
            return false;
        }
        if (text.equalsIgnoreCase("true")) {
            return true;
        }
        throw new TemplateException(sourceName, at, Messages.Parameters_usePrevious(key));
    }

    Parameters parameters() {
        return Parameters.of(byKey.values());
    }

    /** What people should know, without values. */
    List<String> notes() {
        return List.copyOf(notes);
    }
}
