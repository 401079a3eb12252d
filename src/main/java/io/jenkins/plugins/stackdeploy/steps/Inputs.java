package io.jenkins.plugins.stackdeploy.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Collects everything that is wrong with a step's arguments, so that it can be told at once. */
final class Inputs {
    private final List<String> problems = new ArrayList<>();

    /** Notes a problem. */
    void problem(String message) {
        problems.add(message);
    }

    void problems(List<String> messages) {
        problems.addAll(messages);
    }

    /**
     * Reads one of several words.
     *
     * @param name the argument's name
     * @param value what was given; null for the default
     * @param otherwise the default
     * @return the constant; the default when the value is wrong
     */
    <E extends Enum<E>> E choice(String name, String value, E otherwise) {
        if (value == null) {
            return otherwise;
        }
        for (E constant : otherwise.getDeclaringClass().getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(value.strip())) {
                return constant;
            }
        }
        List<String> known = Stream.of(otherwise.getDeclaringClass().getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
        problem(Messages.Input_choice(name, value, String.join(", ", known)));
        return otherwise;
    }

    /**
     * Reads one of a service's words.
     *
     * @param name the argument's name
     * @param value what was given, in upper or lower case, with or without underscores; null for none
     * @param type the words
     * @return the constant; null when none was given or it is wrong
     */
    <E extends Enum<E>> E constant(String name, String value, Class<E> type) {
        if (value == null) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (folded(constant.name()).equals(folded(value.strip()))) {
                return constant;
            }
        }
        String known = Stream.of(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
        problem(Messages.Input_choice(name, value, known));
        return null;
    }

    private static String folded(String word) {
        return word.replace("_", "").toLowerCase(Locale.ROOT);
    }

    /**
     * Checks a range.
     *
     * @param name the argument's name
     * @param value what was given; may be null
     * @param least the least allowed
     * @param most the most allowed
     */
    void range(String name, Integer value, int least, int most) {
        if (value != null && (value < least || value > most)) {
            problem(Messages.Input_range(name, String.valueOf(value), String.valueOf(least), String.valueOf(most)));
        }
    }

    /** Checks a length. */
    void longest(String name, String value, int most) {
        if (value != null && value.length() > most) {
            problem(Messages.Input_long(name, String.valueOf(value.length()), String.valueOf(most)));
        }
    }

    /**
     * Ends with everything that was found.
     *
     * @param what what was being prepared, such as {@code rosDeploy "web"}
     * @throws StackDeployException when there are problems
     */
    void check(String what) throws StackDeployException {
        if (problems.isEmpty()) {
            return;
        }
        if (problems.size() == 1) {
            throw new StackDeployException(Messages.Input_one(what, problems.get(0)));
        }
        StringBuilder all = new StringBuilder(Messages.Input_many(what, problems.size()));
        problems.forEach(problem -> all.append("\n  ").append(problem));
        throw new StackDeployException(all.toString());
    }
}
