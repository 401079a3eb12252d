package io.jenkins.plugins.stackdeploy.steps;

import hudson.Util;
import java.util.ArrayList;
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

    /** A copy that can be saved, whatever the map was; null for none. */
    static <V> Map<String, V> copy(Map<String, V> map) {
        return map == null ? null : new LinkedHashMap<>(map);
    }

    /** A copy that can be saved, whatever the list was; null for none. */
    static <V> List<V> copy(List<V> list) {
        return list == null ? null : new ArrayList<>(list);
    }
}
