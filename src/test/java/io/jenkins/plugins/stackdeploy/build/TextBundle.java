package io.jenkins.plugins.stackdeploy.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A {@code .properties} file of texts, read as {@link java.util.ResourceBundle} did before it knew UTF-8. Both the localizer
 * and views format every text, also one without arguments (source: org.kohsuke.stapler.jelly.ResourceBundle).
 */
final class TextBundle {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)[^}]*}");

    /** Doubled apostrophes and quoted braces, the two right ways to write an apostrophe. */
    private static final Pattern QUOTED = Pattern.compile("''|'[{}]+'");

    private final Properties texts;
    private final boolean ascii;

    private TextBundle(Properties texts, boolean ascii) {
        this.texts = texts;
        this.ascii = ascii;
    }

    static TextBundle read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            Properties texts = new Properties();
            texts.load(in);
            boolean ascii = Repository.text(file).chars().allMatch(c -> c < 128);
            return new TextBundle(texts, ascii);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    SortedSet<String> keys() {
        return new TreeSet<>(texts.stringPropertyNames());
    }

    /** The text as the localizer shows it, but for its placeholders. */
    String text(String key) {
        return texts.getProperty(key).replace("''", "'").replaceAll("'([{}]+)'", "$1");
    }

    /** The numbers in the text's placeholders, each once. */
    SortedSet<Integer> placeholders(String key) {
        return PLACEHOLDER
                .matcher(texts.getProperty(key))
                .results()
                .map(match -> Integer.valueOf(match.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** One sentence per text that would not come out as it is written; empty when all is well. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (!ascii) {
            problems.add("a character outside ASCII is not written as \\uXXXX");
        }
        for (String key : keys()) {
            String text = texts.getProperty(key);
            if (text.isBlank()) {
                problems.add(key + " is empty");
            }
            long written =
                    PLACEHOLDER.matcher(text).results().map(MatchResult::group).count();
            if (formats(text) < 0) {
                problems.add(key + " is no message format: " + text);
            } else if (formats(text) != written) {
                problems.add(key + ": an apostrophe hides a placeholder: " + text);
            } else if (QUOTED.matcher(text).replaceAll("").contains("'")) {
                problems.add(key + ": an apostrophe gets lost; write two: " + text);
            }
        }
        return problems;
    }

    /** The placeholders that {@link MessageFormat} sees, -1 when it refuses the text. */
    private static int formats(String text) {
        try {
            return new MessageFormat(text).getFormats().length;
        } catch (IllegalArgumentException e) {
            return -1;
        }
    }
}
