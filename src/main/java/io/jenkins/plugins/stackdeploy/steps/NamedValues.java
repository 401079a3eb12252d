package io.jenkins.plugins.stackdeploy.steps;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names with values and lists of values, as scripts and forms write them. */
final class NamedValues {
    private static final ObjectMapper JSON = new ObjectMapper();

    private NamedValues() {}

    /**
     * Reads names with values.
     *
     * @param argument the argument's name, for messages
     * @param value a map, a list or lines of {@code KEY=VALUE}; null for none
     * @param inputs told of what cannot be read
     * @return in the order given
     */
    static Map<String, String> map(String argument, Object value, Inputs inputs) {
        Map<String, String> values = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> values.put(String.valueOf(key), text(each)));
        } else {
            int number = 0;
            for (String line : list(argument, value, inputs)) {
                number++;
                int equals = line.indexOf('=');
                if (equals < 1) {
                    // By number: the line may be a secret that was put in the wrong place.
                    inputs.problem(Messages.Input_notKeyValue(argument, number));
                } else {
                    values.put(
                            line.substring(0, equals).strip(),
                            line.substring(equals + 1).strip());
                }
            }
        }
        return values;
    }

    /**
     * Reads a list.
     *
     * @param argument the argument's name, for messages
     * @param value a collection, or text with one item a line; null for none
     * @param inputs told of what cannot be read
     * @return in the order given, without empty items
     */
    static List<String> list(String argument, Object value, Inputs inputs) {
        List<String> items = new ArrayList<>();
        if (value instanceof Collection<?> collection) {
            collection.forEach(each -> items.add(text(each)));
        } else if (value instanceof CharSequence text) {
            text.toString().lines().map(String::strip).forEach(items::add);
        } else if (value != null) {
            inputs.problem(Messages.Input_notAList(argument, value.getClass().getSimpleName()));
        }
        items.removeIf(String::isEmpty);
        return items;
    }

    /** A value as the cloud expects it: text as it is, lists and maps as JSON. */
    private static String text(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Map || value instanceof Collection) {
            try {
                return JSON.writeValueAsString(value);
            } catch (JsonProcessingException odd) {
                return value.toString();
            }
        }
        return value.toString();
    }
}
