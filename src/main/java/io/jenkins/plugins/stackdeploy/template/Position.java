package io.jenkins.plugins.stackdeploy.template;

import java.io.Serializable;
import java.util.Comparator;

/**
 * A place in a text.
 *
 * @param line from 1
 * @param column from 1, counted in characters as an editor shows them (a character outside the BMP is one)
 */
public record Position(int line, int column) implements Serializable, Comparable<Position> {
    private static final Comparator<Position> ORDER =
            Comparator.comparingInt(Position::line).thenComparingInt(Position::column);

    /** Finds where the character at an index of a text stands. */
    static Position at(CharSequence text, int index) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < index; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return new Position(line, Character.codePointCount(text, lineStart, index) + 1);
    }

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }

    /** As compilers and editors write it: {@code 12:5}. */
    @Override
    public String toString() {
        return line + ":" + column;
    }
}
