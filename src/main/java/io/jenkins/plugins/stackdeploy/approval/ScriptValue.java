package io.jenkins.plugins.stackdeploy.approval;

import hudson.util.Secret;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** One value as a script gives it to a step. */
public final class ScriptValue {
    private ScriptValue() {}

    /**
     * The value without what only scripts have: texts with expressions in them are texts, and arrays, such as {@code split}
     * makes, are lists; all the way down.
     *
     * @param argument what it is given to, for messages
     * @param value as the script has it; may be null
     * @return null, a text, a number, a boolean, a list or a map
     * @throws IllegalArgumentException for anything else, such as a closure: as a text it would be the name of its class, and
     *     that would be deployed
     */
    public static Object plain(String argument, Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        if (value instanceof CharSequence || value instanceof Character || value instanceof Enum) {
            return value.toString();
        }
        if (value instanceof Secret) {
            // A password parameter of the build: as a plain value it would stand in saved files, on pages and in the
            // log.
            throw new IllegalArgumentException(Messages.Input_secret(argument));
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> read = new LinkedHashMap<>();
            map.forEach((key, each) -> read.put(String.valueOf(key), plain(argument + "." + key, each)));
            return read;
        }
        if (value instanceof Collection<?> items) {
            List<Object> read = new ArrayList<>();
            items.forEach(each -> read.add(plain(argument, each)));
            return read;
        }
        if (value.getClass().isArray()) {
            return plain(
                    argument,
                    IntStream.range(0, Array.getLength(value))
                            .mapToObj(i -> Array.get(value, i))
                            .toList());
        }
        throw new IllegalArgumentException(
                Messages.Input_notPlain(argument, value.getClass().getSimpleName()));
    }

    /**
     * A value for an argument of one text, number or switch. Numbers and switches may be text.
     *
     * @param step the step's name, for messages
     * @param name the argument's
     * @param type the argument's; of other types the value is returned as it is
     * @param value a {@link #plain} one; may be null
     * @return a value of that type, or null
     * @throws IllegalArgumentException when it is none; the message is for people
     */
    public static Object single(String step, String name, Class<?> type, Object value) {
        if (value == null) {
            return null;
        }
        if (type == Integer.class) {
            return number(step, name, value);
        }
        if (type == boolean.class || type == Boolean.class) {
            return onOrOff(step, name, value);
        }
        if (type == String.class) {
            if (value instanceof Map || value instanceof Collection) {
                throw new IllegalArgumentException(
                        Messages.Input_notAText(step, name, value instanceof Map ? "map" : "list"));
            }
            return value.toString();
        }
        return value;
    }

    /**
     * Refuses a plan that is null, such as a variable that is not set: without it, people would approve what they do not see, and
     * something else be deployed than they approved.
     *
     * @param step the step's name, for messages
     * @param arguments as the script has them
     * @throws IllegalArgumentException when {@code plan} is there and null; the message is for people
     */
    public static void requirePlan(String step, Map<String, Object> arguments) {
        if (arguments.containsKey("plan") && arguments.get("plan") == null) {
            throw new IllegalArgumentException(Messages.Input_planNull(step));
        }
    }

    private static Object number(String step, String name, Object value) {
        String digits = value.toString().strip();
        // What Groovy divides is a decimal: 60 / 2 is 30, and 1.5 * 60 is 90.0.
        String whole = value instanceof BigDecimal ? digits.replaceFirst("\\.0+$", "") : digits;
        if (!whole.matches("-?[0-9]{1,9}")) {
            throw new IllegalArgumentException(Messages.Input_notANumber(step, name, digits));
        }
        return Integer.valueOf(whole);
    }

    private static Object onOrOff(String step, String name, Object value) {
        String word = value.toString().strip().toLowerCase(Locale.ROOT);
        if (!List.of("true", "false").contains(word)) {
            throw new IllegalArgumentException(Messages.Input_notASwitch(step, name, value.toString()));
        }
        return Boolean.valueOf(word);
    }
}
