package io.jenkins.plugins.stackdeploy.engine;

import java.util.regex.Pattern;

/** Makes text that comes from a cloud fit for a build log: no escape sequences, no control characters. */
public final class Text {
    private static final Pattern ESCAPES =
            Pattern.compile("\u001b(?:\\[[0-?]*[ -/]*[@-~]|\\][^\u0007\u001b]*(?:\u0007|\u001b\\\\)?|.)?");
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\n\t]]");
    private static final Pattern LINES = Pattern.compile("\\s*[\r\n]+\\s*");

    private Text() {}

    /**
     * Removes terminal escapes and control characters other than line feed and tab.
     *
     * @param text any text; null counts as empty
     * @return the printable text, never null
     */
    public static String printable(String text) {
        if (text == null) {
            return "";
        }
        String unified = text.replace("\r\n", "\n").replace('\r', '\n');
        return CONTROLS.matcher(ESCAPES.matcher(unified).replaceAll("")).replaceAll("");
    }

    /**
     * The printable text folded to one line.
     *
     * @param text any text; null counts as empty
     * @return one line, never null
     */
    public static String oneLine(String text) {
        return LINES.matcher(printable(text).strip()).replaceAll(" ");
    }
}
