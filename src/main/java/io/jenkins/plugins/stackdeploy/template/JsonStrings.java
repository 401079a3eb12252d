package io.jenkins.plugins.stackdeploy.template;

/** Reads JSON's strings. Most have neither escapes nor characters of several bytes, and are copied as they are. */
final class JsonStrings {
    /** A power of two. */
    private static final int KNOWN_KEYS = 512;

    private final JsonCursor cursor;
    private final byte[] text;
    private final String[] known = new String[KNOWN_KEYS];

    JsonStrings(JsonCursor cursor, byte[] text) {
        this.cursor = cursor;
        this.text = text;
    }

    /** Goes over the string that starts at the cursor, and returns it. */
    String text() throws TemplateException {
        int start = cursor.offset() + 1;
        int end = plainEnd(start);
        if (end == text.length || text[end] != '"') {
            return unusual(start);
        }
        cursor.moveTo(end + 1);
        return cursor.ascii(start, end);
    }

    /** Like {@link #text}, but refuses what is no string. A template uses few keys many times; those are made once. */
    String key() throws TemplateException {
        if (cursor.current() != '"') {
            throw cursor.wrong(cursor.offset());
        }
        int start = cursor.offset() + 1;
        int end = plainEnd(start);
        if (end == text.length || text[end] != '"') {
            return unusual(start);
        }
        cursor.moveTo(end + 1);
        return known(start, end);
    }

    private String known(int start, int end) {
        // Keys that share a slot are right all the same: one drives the other out.
        int slot = end == start ? 0 : (31 * (31 * text[start] + text[end - 1]) + end - start) & (KNOWN_KEYS - 1);
        String key = known[slot];
        if (key == null || !equals(key, start, end)) {
            key = cursor.ascii(start, end);
            known[slot] = key;
        }
        return key;
    }

    private boolean equals(String key, int start, int end) {
        if (key.length() != end - start) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (key.charAt(i - start) != text[i]) {
                return false;
            }
        }
        return true;
    }

    /** Where the letters end that stand for themselves. */
    private int plainEnd(int start) {
        int i = start;
        while (i < text.length && text[i] >= ' ' && text[i] != '"' && text[i] != '\\') {
            i++;
        }
        return i;
    }

    /** Reads a string with escapes or characters of several bytes. */
    private String unusual(int start) throws TemplateException {
        StringBuilder out = new StringBuilder();
        int done = start;
        int i = start;
        for (; i < text.length && text[i] != '"'; i++) {
            byte c = text[i];
            if (c == '\\') {
                out.append(cursor.utf8(done, i));
                i++;
                out.append(escape(i));
                i += i < text.length && text[i] == 'u' ? 4 : 0;
                done = i + 1;
            } else if (c >= 0 && c < ' ') {
                throw cursor.failure(i, Messages.Read_json());
            }
        }
        if (i >= text.length) {
            throw cursor.unclosed();
        }
        out.append(cursor.utf8(done, i));
        cursor.moveTo(i + 1);
        return out.toString();
    }

    private char escape(int at) throws TemplateException {
        if (at == text.length) {
            throw cursor.unclosed();
        }
        return switch (text[at]) {
            case '"', '\\', '/' -> (char) text[at];
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode(at + 1);
            default -> throw cursor.failure(at - 1, Messages.Read_json());
        };
    }

    private char unicode(int start) throws TemplateException {
        int code = 0;
        for (int i = start; i < start + 4; i++) {
            if (i == text.length) {
                throw cursor.unclosed();
            }
            int digit = Character.digit(text[i], 16);
            if (digit < 0) {
                throw cursor.failure(start - 2, Messages.Read_json());
            }
            code = code * 16 + digit;
        }
        return (char) code;
    }
}
