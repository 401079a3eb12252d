package io.jenkins.plugins.stackdeploy.embedded.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces references to variables in all texts of a document. */
final class Substitution {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?::-([^}]*))?}");

    private final Map<String, String> variables;

    Substitution(Map<String, String> variables) {
        this.variables = variables;
    }

    Object in(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> replaced = new LinkedHashMap<>();
            map.forEach((key, each) -> replaced.put(key, in(each)));
            return replaced;
        }
        if (value instanceof List<?> list) {
            List<Object> replaced = new ArrayList<>();
            list.forEach(each -> replaced.add(in(each)));
            return replaced;
        }
        return value instanceof String text ? in(text) : value;
    }

    private String in(String text) {
        return REFERENCE.matcher(text).replaceAll(match -> {
            String value = variables.get(match.group(1));
            if (value == null) {
                value = match.group(2);
            }
            if (value == null) {
                throw new IllegalArgumentException("the environment variable " + match.group(1) + " is not set");
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
