package io.jenkins.plugins.stackdeploy.cloudformation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Plain values by name, as a plan keeps them. What is not there is null or empty.
 *
 * @param map texts, numbers, booleans, and lists and maps of texts
 */
record Values(Map<String, Object> map) {
    boolean has(String name) {
        return map.get(name) != null;
    }

    String text(String name) {
        return map.get(name) instanceof String text ? text : null;
    }

    Integer number(String name) {
        return map.get(name) instanceof Integer number ? number : null;
    }

    Boolean flag(String name) {
        return map.get(name) instanceof Boolean flag ? flag : null;
    }

    List<String> list(String name) {
        return map.get(name) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    Map<String, String> texts(String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (map.get(name) instanceof Map<?, ?> pairs) {
            pairs.forEach((key, value) -> texts.put(String.valueOf(key), String.valueOf(value)));
        }
        return texts;
    }

    <E extends Enum<E>> E constant(String name, Class<E> type) {
        String text = text(name);
        return text == null ? null : Enum.valueOf(type, text);
    }
}
