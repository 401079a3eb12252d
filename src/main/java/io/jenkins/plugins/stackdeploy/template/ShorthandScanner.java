package io.jenkins.plugins.stackdeploy.template;

/** Takes the text form of parameters apart into fields and values. */
final class ShorthandScanner {
    private final String name;
    private final String text;
    private final TextCursor cursor;
    private int next;

    ShorthandScanner(String name, String text) {
        this.name = name;
        this.text = text;
        this.cursor = new TextCursor(text.toCharArray());
    }

    /** Where the next character stands. */
    Position position() {
        cursor.advanceTo(next);
        return cursor.position();
    }

    /** Goes on to what is not a blank; false at the end. */
    boolean skipBlanks() {
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        return next < text.length();
    }

    /** Goes over a comma, if there is one here. */
    boolean skipComma() {
        boolean comma = text.startsWith(",", next);
        if (comma) {
            next++;
        }
        return comma;
    }

    /** Reads {@code ParameterKey=} or another field's name with its equals sign. */
    ParameterCollector.Field field() throws TemplateException {
        int end = next;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        ParameterCollector.Field field = ParameterCollector.Field.of(text.substring(next, end));
        if (field == null || !text.startsWith("=", end)) {
            throw new TemplateException(name, position(), Messages.Shorthand_field());
        }
        next = end + 1;
        return field;
    }

    /** Reads a value up to the comma, blank or end behind it. */
    String value() throws TemplateException {
        if (next < text.length() && (text.charAt(next) == '"' || text.charAt(next) == '\'')) {
            return quotedValue();
        }
        StringBuilder value = new StringBuilder();
        while (!atEndOfValue()) {
            if (text.startsWith("\\,", next)) {
                next++;
            }
            value.append(text.charAt(next++));
        }
        return value.toString();
    }

    private String quotedValue() throws TemplateException {
        Position start = position();
        char quote = text.charAt(next++);
        StringBuilder value = new StringBuilder();
        while (next < text.length() && text.charAt(next) != quote) {
            boolean escape = text.charAt(next) == '\\'
                    && next + 1 < text.length()
                    && (text.charAt(next + 1) == quote || text.charAt(next + 1) == '\\');
            if (escape) {
                next++;
            }
            value.append(text.charAt(next++));
        }
        if (next == text.length()) {
            throw new TemplateException(name, start, Messages.Shorthand_openQuote());
        }
        next++;
        if (!atEndOfValue()) {
            throw new TemplateException(name, position(), Messages.Shorthand_afterQuote());
        }
        return value.toString();
    }

    private boolean atEndOfValue() {
        return next == text.length() || text.charAt(next) == ',' || Character.isWhitespace(text.charAt(next));
    }
}
