package io.jenkins.plugins.stackdeploy.template;

import java.nio.charset.StandardCharsets;

/**
 * Goes over JSON text and always knows its line and column. Reads everything but strings, and says where and why a text is no
 * JSON.
 */
final class JsonCursor {
    private final String source;
    private final byte[] text;
    private final int[] open = new int[Node.MAX_HEIGHT];
    private int depth;
    private boolean isUtf8;
    private int offset;
    private int line = 1;

    /** Where the line would start if all its characters up to here had one byte. */
    private int lineStart;

    /** @param text in UTF-8, without a byte order mark */
    JsonCursor(String source, byte[] text) {
        this.source = source;
        this.text = text;
    }

    /** Index of the next byte. */
    int offset() {
        return offset;
    }

    /** From 1. */
    int line() {
        return line;
    }

    /** From 1, in characters. */
    int column() {
        return offset - lineStart + 1;
    }

    /** The byte here; there must be one. */
    byte current() {
        return text[offset];
    }

    /** Goes on to an offset in the same line. */
    void moveTo(int target) {
        offset = target;
    }

    /**
     * Turns bytes of this line into text.
     *
     * @throws TemplateException when they are not UTF-8
     */
    String utf8(int start, int end) throws TemplateException {
        String part = new String(text, start, end - start, StandardCharsets.UTF_8);
        // The mark of broken bytes may also stand for itself.
        if (!isUtf8 && part.indexOf('\uFFFD') >= 0) {
            SourceText.decode(source, text, 0);
            isUtf8 = true;
        }
        lineStart += end - start - part.codePointCount(0, part.length());
        return part;
    }

    /** Turns bytes that are known to be ASCII into text. */
    String ascii(int start, int end) {
        return new String(text, start, end - start, StandardCharsets.ISO_8859_1);
    }

    /** Goes on to what is not a blank, and returns it. */
    byte visible() throws TemplateException {
        skipBlanks();
        if (offset == text.length) {
            throw unclosed();
        }
        return text[offset];
    }

    private void skipBlanks() {
        int i = offset;
        while (i < text.length && isBlank(text[i])) {
            if (text[i] == '\n') {
                line++;
                lineStart = i + 1;
            }
            i++;
        }
        offset = i;
    }

    /** Refuses everything but blanks. */
    void requireEnd() throws TemplateException {
        skipBlanks();
        if (offset < text.length) {
            throw failure(offset, Messages.Read_trailing());
        }
    }

    /** Goes over an opening bracket. */
    void open() throws TemplateException {
        if (depth == Node.MAX_HEIGHT) {
            throw failure(offset, Messages.Read_tooDeep(String.valueOf(Node.MAX_HEIGHT)));
        }
        open[depth++] = offset++;
    }

    /** Goes over a closing bracket. */
    void close() {
        depth--;
        offset++;
    }

    /** Goes over the colon to the value behind it. */
    void colon() throws TemplateException {
        if (visible() != ':') {
            throw wrong(offset);
        }
        offset++;
        visible();
    }

    /** Goes over a comma to what is behind it and returns true, or over the closing bracket and returns false. */
    boolean comma(char closing) throws TemplateException {
        byte c = visible();
        if (c == closing) {
            close();
            return false;
        }
        if (c != ',') {
            throw wrong(offset);
        }
        offset++;
        visible();
        return true;
    }

    /** Goes over a word that must be here, and returns it. */
    String word(String expected) throws TemplateException {
        for (int i = 0; i < expected.length(); i++) {
            if (at(offset + i) != expected.charAt(i)) {
                throw wrong(offset);
            }
        }
        offset += expected.length();
        return expected;
    }

    /** Goes over a number, and returns it with all its digits. */
    String number() throws TemplateException {
        int start = offset;
        int i = at(start) == '-' ? start + 1 : start;
        i = at(i) == '0' ? i + 1 : digits(i);
        if (at(i) == '.') {
            i = digits(i + 1);
        }
        if (at(i) == 'e' || at(i) == 'E') {
            boolean sign = at(i + 1) == '+' || at(i + 1) == '-';
            i = digits(sign ? i + 2 : i + 1);
        }
        offset = i;
        return ascii(start, i);
    }

    private int digits(int start) throws TemplateException {
        int i = start;
        while (at(i) >= '0' && at(i) <= '9') {
            i++;
        }
        if (i == start) {
            throw wrong(i);
        }
        return i;
    }

    /** The byte at an offset, or 0 at the end. */
    private byte at(int i) {
        return i < text.length ? text[i] : 0;
    }

    /** What stands at an offset has no place there. */
    TemplateException wrong(int at) throws TemplateException {
        if (at >= text.length) {
            return unclosed();
        }
        int before = at - 1;
        while (before >= 0 && isBlank(text[before])) {
            before--;
        }
        if ((text[at] == '}' || text[at] == ']') && before >= 0 && text[before] == ',') {
            return failure(before, Messages.Read_jsonComma());
        }
        // Of a wrong word or number, people look for the beginning.
        int start = at;
        while (Character.isLetterOrDigit(text[at]) && start > 0 && Character.isLetterOrDigit(text[start - 1])) {
            start--;
        }
        return failure(start, Messages.Read_json());
    }

    private static boolean isBlank(byte c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r';
    }

    /** The text ends too early. */
    TemplateException unclosed() throws TemplateException {
        return failure(text.length, Messages.Read_jsonUnclosed(position(open[depth - 1])));
    }

    TemplateException failure(int at, String problem) throws TemplateException {
        // Bytes that are not UTF-8 are the better explanation for whatever seems to be wrong.
        SourceText.decode(source, text, 0);
        return new TemplateException(source, position(at), problem);
    }

    private Position position(int at) {
        String before = new String(text, 0, at, StandardCharsets.UTF_8);
        return Position.at(before, before.length());
    }
}
