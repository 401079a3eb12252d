package io.jenkins.plugins.stackdeploy.template;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.yaml.snakeyaml.reader.StreamReader;

/** From bytes to text: UTF-8 with or without a byte order mark, within a size. */
final class SourceText {
    private SourceText() {}

    /**
     * Where the text begins in a file: behind the byte order mark, if there is one.
     *
     * @param source the name to use in messages
     * @param maxBytes inclusive, without a byte order mark
     */
    static int start(String source, byte[] content, int maxBytes) throws TemplateException {
        int start = startsWith(content, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        int size = content.length - start;
        if (size > maxBytes) {
            throw new TemplateException(
                    source, null, Messages.Read_tooLarge(String.valueOf(size), String.valueOf(maxBytes)));
        }
        if (startsWith(content, 0xFE, 0xFF) || startsWith(content, 0xFF, 0xFE)) {
            throw new TemplateException(source, null, Messages.Read_utf16());
        }
        return start;
    }

    /**
     * Turns all bytes from an index on into text.
     *
     * @param source the name to use in messages
     * @throws TemplateException when they are not UTF-8
     */
    static String decode(String source, byte[] content, int start) throws TemplateException {
        String text = new String(content, start, content.length - start, StandardCharsets.UTF_8);
        // The mark of broken bytes may also stand for itself; only then is the slower way taken.
        return text.indexOf('\uFFFD') < 0
                ? text
                : decodeStrictly(source, ByteBuffer.wrap(content, start, content.length - start));
    }

    private static boolean startsWith(byte[] content, int... prefix) {
        if (content.length < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if (Byte.toUnsignedInt(content[i]) != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    private static String decodeStrictly(String source, ByteBuffer bytes) throws TemplateException {
        CharBuffer text = CharBuffer.allocate(bytes.remaining());
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(bytes, text, true);
        if (result.isError()) {
            text.flip();
            throw new TemplateException(source, Position.at(text, text.length()), Messages.Read_notUtf8());
        }
        return text.flip().toString();
    }

    /** YAML 1.1 allows printable characters alone, and its parser gives no place for others. */
    static void requirePrintable(String source, String text) throws TemplateException {
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            if (codePoint >= ' ' && codePoint <= '~') {
                i++;
                continue;
            }
            if (!StreamReader.isPrintable(codePoint)) {
                throw new TemplateException(
                        source,
                        Position.at(text, i),
                        Messages.Read_control(String.format(Locale.ROOT, "U+%04X", codePoint)));
            }
            i += Character.charCount(codePoint);
        }
    }
}
