package io.jenkins.plugins.stackdeploy.template;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Knows the characters of several bytes in a UTF-8 text, and so turns columns in bytes into those in characters. */
final class WideCharacters {
    private static final long SIGN_OF_EACH_BYTE = 0x8080808080808080L;

    /** The offsets of all bytes but the first of each such character, in order; the rest is {@code Integer.MAX_VALUE}. */
    private int[] further = {Integer.MAX_VALUE};

    private int count;
    private int lineStart;
    private int next;

    private WideCharacters() {}

    /** @throws TemplateException when the text is not UTF-8 */
    static WideCharacters find(String source, byte[] text) throws TemplateException {
        WideCharacters wide = new WideCharacters();
        for (int i = firstOf(text, 0); i < text.length; i = firstOf(text, i)) {
            int start = i;
            while (i < text.length && text[i] < 0) {
                i++;
            }
            // The mark of broken bytes may also stand for itself; only then is the slower way taken.
            if (new String(text, start, i - start, StandardCharsets.UTF_8).indexOf('\uFFFD') >= 0) {
                SourceText.decode(source, text, 0);
            }
            wide.add(text, start, i);
        }
        return wide;
    }

    /** The index of the first byte that is no ASCII; the length when there is none. */
    private static int firstOf(byte[] text, int from) {
        ByteBuffer bytes = ByteBuffer.wrap(text);
        int i = from;
        // In most texts there are few, or none.
        while (i + Long.BYTES <= text.length && (bytes.getLong(i) & SIGN_OF_EACH_BYTE) == 0) {
            i += Long.BYTES;
        }
        while (i < text.length && text[i] >= 0) {
            i++;
        }
        return i;
    }

    private void add(byte[] text, int start, int end) {
        for (int i = start; i < end; i++) {
            if ((text[i] & 0xC0) == 0x80) {
                if (count + 1 == further.length) {
                    further = Arrays.copyOf(further, 2 * further.length);
                    Arrays.fill(further, count, further.length, Integer.MAX_VALUE);
                }
                further[count++] = i;
            }
        }
    }

    /**
     * The column in characters, from 1. To be asked in the order of the text.
     *
     * @param offset of a character, in bytes from 0
     * @param column of the same, in bytes from 1
     */
    int column(int offset, int column) {
        int start = offset - column + 1;
        while (further[lineStart] < start) {
            lineStart++;
        }
        next = Math.max(next, lineStart);
        while (further[next] < offset) {
            next++;
        }
        return column - (next - lineStart);
    }
}
