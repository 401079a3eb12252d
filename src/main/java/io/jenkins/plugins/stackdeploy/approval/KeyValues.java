package io.jenkins.plugins.stackdeploy.approval;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Lines of {@code NAME=value}. */
final class KeyValues {
    private static final Pattern LINE = Pattern.compile("([^=\\s]+)\\s*=(.*)");

    private KeyValues() {}

    /** The lines that are none, counted from 1. */
    static List<Integer> wrong(List<String> lines) {
        return IntStream.range(0, lines.size())
                .filter(i -> !LINE.matcher(lines.get(i)).matches())
                .mapToObj(i -> i + 1)
                .toList();
    }

    /** Values by name; of a name that is there twice the last counts. */
    static Map<String, String> read(List<String> lines) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String line : lines) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                values.put(matcher.group(1), matcher.group(2).strip());
            }
        }
        return values;
    }
}
