package io.jenkins.plugins.stackdeploy.localcloud.ros;

import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The parameters of one call, after their spec has been checked. */
final class Parameters {
    private final Map<String, String> values;

    Parameters(Map<String, String> values) {
        this.values = values;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** Returns a text, empty if it was not given. */
    String text(String name) {
        return values.getOrDefault(name, "");
    }

    boolean flag(String name, boolean otherwise) {
        return has(name) ? text(name).equals("true") : otherwise;
    }

    int integer(String name, int min, int max, int otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        long value = Long.parseLong(text(name));
        if (value < min || value > max) {
            throw ApiError.invalidParameter(name, "it must be between " + min + " and " + max + ".");
        }
        return (int) value;
    }

    /** Returns one of some words, the first if none was given. */
    String choice(String name, String... words) {
        String value = has(name) ? text(name) : words[0];
        if (!List.of(words).contains(value)) {
            throw ApiError.invalidParameter(name, "it must be one of " + List.of(words) + ".");
        }
        return value;
    }

    /** Returns {@code Name.1, Name.2 ...} in order. */
    List<String> list(String name) {
        List<String> result = new ArrayList<>();
        for (int i = 1; has(name + "." + i); i++) {
            result.add(text(name + "." + i));
        }
        return result;
    }

    /** Returns {@code Name.1.key -> Name.1.value ...} in order; a key given twice is refused. */
    Map<String, String> pairs(String name, String key, String value, int max) {
        Map<String, String> result = new LinkedHashMap<>();
        for (int i = 1; has(name + "." + i + "." + key); i++) {
            if (result.put(text(name + "." + i + "." + key), text(name + "." + i + "." + value)) != null) {
                throw ApiError.invalidParameter(name, "a key is given twice.");
            }
        }
        if (result.size() > max) {
            throw ApiError.invalidParameter(name, "there are more than " + max + ".");
        }
        return result;
    }

    /** Returns the business parameters alone, sorted: what two requests with one ClientToken must agree in. */
    Map<String, String> business() {
        Map<String, String> result = new TreeMap<>(values);
        result.keySet()
                .removeIf(name ->
                        name.equals("ClientToken") || (ParameterSpec.isCommon(name) && !name.equals("RegionId")));
        return result;
    }
}
