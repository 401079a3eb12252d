package io.jenkins.plugins.stackdeploy.template;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes a value as JSON. Numbers keep their source text, so that 1.10 does not become 1.1. */
final class JsonWriter {
    private final StringBuilder out;
    private final boolean sorted;
    private final boolean pretty;

    private JsonWriter(Node node, boolean sorted, boolean pretty) {
        this.out = new StringBuilder(Math.min(node.weight() + node.weight() / 4, Node.MAX_WEIGHT));
        this.sorted = sorted;
        this.pretty = pretty;
    }

    /** One line, keys sorted by their UTF-16 code units: equal values give equal text. */
    static String canonical(Node node) {
        return new JsonWriter(node, true, false).write(node);
    }

    /** Like {@link #canonical}, indented by two blanks, one value a line. */
    static String pretty(Node node) {
        return new JsonWriter(node, true, true).write(node);
    }

    /** One line, keys in the order of the file. */
    static String compact(Node node) {
        return new JsonWriter(node, false, false).write(node);
    }

    private String write(Node node) {
        value(node, 0);
        return out.toString();
    }

    private void value(Node node, int depth) {
        if (node instanceof Scalar scalar) {
            scalar(scalar);
        } else if (node instanceof Items) {
            items(node.items().iterator(), depth);
        } else {
            List<Map.Entry<String, Node.Member>> members =
                    new ArrayList<>(node.members().entrySet());
            if (sorted) {
                members.sort(Map.Entry.comparingByKey());
            }
            members(members.iterator(), depth);
        }
    }

    private void scalar(Scalar scalar) {
        String tag = scalar.type().tag();
        if (tag != null) {
            out.append("{\"").append(tag).append(pretty ? "\": " : "\":");
            quote(scalar.text());
            out.append('}');
        } else if (scalar.type() == Scalar.Type.TEXT) {
            quote(scalar.text());
        } else {
            out.append(scalar.text());
        }
    }

    private void items(Iterator<Node> items, int depth) {
        out.append('[');
        boolean some = items.hasNext();
        while (items.hasNext()) {
            newLine(depth + 1);
            value(items.next(), depth + 1);
            out.append(items.hasNext() ? "," : "");
        }
        close(']', some, depth);
    }

    private void members(Iterator<Map.Entry<String, Node.Member>> members, int depth) {
        out.append('{');
        boolean some = members.hasNext();
        while (members.hasNext()) {
            Map.Entry<String, Node.Member> member = members.next();
            newLine(depth + 1);
            quote(member.getKey());
            out.append(pretty ? ": " : ":");
            value(member.getValue().value(), depth + 1);
            out.append(members.hasNext() ? "," : "");
        }
        close('}', some, depth);
    }

    private void close(char bracket, boolean some, int depth) {
        if (some) {
            newLine(depth);
        }
        out.append(bracket);
    }

    private void newLine(int depth) {
        if (pretty) {
            out.append('\n').append("  ".repeat(depth));
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
