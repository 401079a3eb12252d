package io.jenkins.plugins.stackdeploy.steps;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the arguments that say where instances are to be, before the others are read: a map of {@code deploymentTargets} into
 * its parts, and one that is there but empty, such as an environment variable that is not set, into an empty list. Passed
 * over, it would mean all instances.
 */
final class TargetArguments {
    private static final String BOTH = "deploymentTargets";
    private static final Set<String> PARTS = Set.of("accounts", "organizationalUnitIds", "accountFilterType");
    private static final Set<String> PLACES = Set.of(BOTH, "accounts", "organizationalUnitIds", "regions");

    private TargetArguments() {}

    /**
     * Reads them.
     *
     * @param step the step's name, for messages
     * @param arguments as a script gives them
     * @return the same, with the parts of maps
     * @throws IllegalArgumentException when a map has other parts, or parts that are given beside it as well
     */
    static Map<String, Object> read(String step, Map<String, Object> arguments) {
        Map<String, Object> read = new LinkedHashMap<>();
        arguments.forEach((name, value) -> {
            if (name.equals(BOTH) && value instanceof Map<?, ?> parts && !parts.isEmpty()) {
                parts.forEach((part, given) -> put(read, step, part(step, String.valueOf(part)), given));
            } else {
                put(read, step, name, value instanceof Map<?, ?> && name.equals(BOTH) ? List.of() : value);
            }
        });
        return read;
    }

    private static String part(String step, String written) {
        return PARTS.stream()
                .filter(part -> part.equalsIgnoreCase(written))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(Messages.Input_unknownArgument(
                        step + " " + BOTH,
                        written,
                        String.join(", ", PARTS.stream().sorted().toList()))));
    }

    private static void put(Map<String, Object> read, String step, String name, Object value) {
        if (read.containsKey(name)) {
            throw new IllegalArgumentException(Messages.Input_givenTwice(step, name));
        }
        String place = name.endsWith("Text") ? name.substring(0, name.length() - "Text".length()) : name;
        boolean empty = value == null
                || (value instanceof CharSequence text && text.toString().isBlank())
                || (value instanceof Collection<?> items && items.isEmpty());
        if (PLACES.contains(place) && empty) {
            read.put(place, List.of());
        } else {
            read.put(name, value);
        }
    }
}
