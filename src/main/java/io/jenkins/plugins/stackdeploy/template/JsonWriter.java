package io.jenkins.plugins.stackdeploy.template;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;

/** Writes a value as JSON. Numbers keep their source text, so that 1.10 does not become 1.1. */
final class JsonWriter {
    /** Characters that a digest is fed with at once, at least. */
    private static final int PIECE = 8192;

    private final boolean sorted;
    private final boolean pretty;
    private final MessageDigest digest;
    private StringBuilder out = new StringBuilder(2 * PIECE);

    /** @param digest what is fed with the text, piece by piece; null to keep the text */
    private JsonWriter(boolean sorted, boolean pretty, @CheckForNull MessageDigest digest) {
        this.sorted = sorted;
        this.pretty = pretty;
        this.digest = digest;
    }

    /** One line, keys sorted by their UTF-16 code units: equal values give equal text. */
    static String canonical(Node node) {
        return text(node, true, false);
    }

    /** Like {@link #canonical}, indented by two blanks, one value a line. */
    static String pretty(Node node) {
        return text(node, true, true);
    }

    /** One line, keys in the order of the file. */
    static String compact(Node node) {
        return text(node, false, false);
    }

    private static String text(Node node, boolean sorted, boolean pretty) {
        JsonWriter writer = new JsonWriter(sorted, pretty, null);
        writer.value(node, 0);
        return writer.out.toString();
    }

    /** The digest of {@link #canonical} in UTF-8. */
    static byte[] digest(Node node, MessageDigest algorithm) {
        JsonWriter writer = new JsonWriter(true, false, algorithm);
        writer.value(node, 0);
        writer.flush(algorithm);
        return algorithm.digest();
    }

    private void flush(MessageDigest algorithm) {
        algorithm.update(out.toString().getBytes(StandardCharsets.UTF_8));
        // A new one: once it has held a character beyond Latin-1, a builder stays slower.
        out = new StringBuilder(2 * PIECE);
    }

    private void value(Node node, int depth) {
        if (digest != null && out.length() > PIECE) {
            flush(digest);
        }
        if (node instanceof Scalar scalar) {
            scalar(scalar);
        } else if (node instanceof Members members) {
            members(members, depth);
        } else {
            items(node.items(), depth);
        }
    }

    private void scalar(Scalar scalar) {
        String tag = scalar.type().tag();
        if (tag != null) {
            out.append('{');
            key(tag);
            quote(scalar.text());
            out.append('}');
        } else if (scalar.type() == Scalar.Type.TEXT) {
            quote(scalar.text());
        } else {
            out.append(scalar.text());
        }
    }

    private void items(List<Node> items, int depth) {
        out.append('[');
        boolean first = true;
        for (Node item : items) {
            separate(first, depth);
            first = false;
            value(item, depth + 1);
        }
        close(']', first, depth);
    }

    private void members(Members members, int depth) {
        out.append('{');
        Node.Member[] inOrder = sorted ? members.inKeyOrder() : members.inFileOrder();
        for (int i = 0; i < inOrder.length; i++) {
            separate(i == 0, depth);
            key(inOrder[i].key());
            value(inOrder[i].value(), depth + 1);
        }
        close('}', inOrder.length == 0, depth);
    }

    private void key(String key) {
        quote(key);
        out.append(':');
        if (pretty) {
            out.append(' ');
        }
    }

    private void separate(boolean first, int depth) {
        if (!first) {
            out.append(',');
        }
        newLine(depth + 1);
    }

    private void close(char bracket, boolean empty, int depth) {
        if (!empty) {
            newLine(depth);
        }
        out.append(bracket);
    }

    private void newLine(int depth) {
        if (pretty) {
            out.append('\n');
            out.append("  ".repeat(depth));
        }
    }

    private void quote(String text) {
        out.append('"');
        if (isPlain(text)) {
            out.append(text).append('"');
            return;
        }
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            if (isHalfPair(text, i)) {
                encode(text, done, i);
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) text.charAt(i)));
                done = i + 1;
            }
        }
        encode(text, done, text.length());
        out.append('"');
    }

    /** Most texts need no escapes at all. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    private void encode(String text, int from, int to) {
        JsonStringEncoder.getInstance().quoteAsString(text.subSequence(from, to), out);
    }

    /** An escape such as {@code "\ud800"} gives half a pair. UTF-8 has no bytes for it: two texts would get one digest. */
    private static boolean isHalfPair(String text, int index) {
        char c = text.charAt(index);
        if (Character.isHighSurrogate(c)) {
            return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
        }
        return Character.isLowSurrogate(c) && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
    }
}
