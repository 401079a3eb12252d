package io.jenkins.plugins.stackdeploy.template;

/** Turns growing character offsets into lines and columns, in one pass over the text however many are asked for. */
final class TextCursor {
    private final char[] text;
    private int offset;
    private int line = 1;
    private int column = 1;

    TextCursor(char[] text) {
        this.text = text;
    }

    /** Goes on to an offset; one behind the cursor leaves it where it is. */
    void advanceTo(long target) {
        int end = (int) Math.min(target, text.length);
        for (; offset < end; offset++) {
            char c = text[offset];
            if (c == '\n') {
                line++;
                column = 1;
            } else if (!Character.isLowSurrogate(c)) {
                column++;
            }
        }
    }

    int line() {
        return line;
    }

    int column() {
        return column;
    }

    Position position() {
        return new Position(line, column);
    }
}
