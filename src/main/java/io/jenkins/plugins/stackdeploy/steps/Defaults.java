package io.jenkins.plugins.stackdeploy.steps;

import hudson.Util;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps defaults out of what is saved and out of generated snippets. */
final class Defaults {
    private Defaults() {}

    /**
     * The word, unless it is the default.
     *
     * @param usual the default
     * @param word what was given; may be null or empty
     * @return the trimmed word; null for the default
     */
    static String unless(String usual, String word) {
        String trimmed = Util.fixEmptyAndTrim(word);
        return usual.equalsIgnoreCase(Util.fixNull(trimmed)) ? null : trimmed;
    }

    /** The value of a switch that is on unless it is turned off. */
    static boolean onUnlessOff(Boolean value) {
        return value == null || value;
    }

    /** What is kept of a switch that is on unless it is turned off. */
    static Boolean keepOff(boolean value) {
        return value ? null : Boolean.FALSE;
    }

    /** What is kept of a switch that is off unless it is turned on. */
    static Boolean keepOn(boolean value) {
        return value ? Boolean.TRUE : null;
    }

    static boolean isOn(Boolean value) {
        return Boolean.TRUE.equals(value);
    }

    /**
     * A copy of a map that can be saved.
     *
     * <p>Setters of arguments that scripts may give as text, too, take any object. A declarative Pipeline compares what is
     * written out in it with the declared type before anything runs, and would refuse the text; the descriptor has moved it to
     * the argument for text by the time the setter is called. Nor can Jenkins document an argument declared as a map.
     *
     * @param given a map with texts as keys; null for none
     * @return the copy; null for none
     * @throws IllegalArgumentException when it is no map
     */
    static Map<String, Object> map(Object given) {
        if (given == null) {
            return null;
        }
        if (!(given instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("not a map: " + given.getClass());
        }
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(String.valueOf(key), value));
        return copy;
    }

    /**
     * A copy of a list that can be saved; see {@link #map}.
     *
     * @param given a collection; null for none
     * @return texts; null for none
     * @throws IllegalArgumentException when it is no collection
     */
    static List<String> list(Object given) {
        if (given == null) {
            return null;
        }
        if (!(given instanceof Collection<?> items)) {
            throw new IllegalArgumentException("not a list: " + given.getClass());
        }
        List<String> copy = new ArrayList<>();
        items.forEach(item -> copy.add(String.valueOf(item)));
        return copy;
    }
}
