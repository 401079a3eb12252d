package io.jenkins.plugins.stackdeploy.approval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Lists as forms and scripts give them: text with one item a line is what is kept, since a form can show it. */
final class Lines {
    private Lines() {}

    /** The items of a text, each once, without empty ones; null has none. */
    static List<String> items(String text) {
        return text == null
                ? new ArrayList<>()
                : text.lines()
                        .map(String::strip)
                        .filter(item -> !item.isEmpty())
                        .distinct()
                        .collect(Collectors.toList());
    }

    /** What a script gives for a list: the items of a collection, or one text. */
    static Object text(Object given) {
        return given instanceof Collection<?> items
                ? items.stream().map(Lines::oneLine).collect(Collectors.joining("\n"))
                : given;
    }

    /** What a script gives for a list of names: in a text they may also be separated by commas. */
    static Object names(Object given) {
        return given instanceof CharSequence names
                ? Arrays.stream(names.toString().split(",", -1))
                        .map(String::strip)
                        .collect(Collectors.joining("\n"))
                : text(given);
    }

    private static String oneLine(Object item) {
        return String.valueOf(item).replaceAll("\\R", " ");
    }
}
