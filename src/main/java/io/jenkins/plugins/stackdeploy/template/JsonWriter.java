package io.jenkins.plugins.stackdeploy.template;

import java.security.MessageDigest;
import java.util.List;

/** Writes a value as JSON. Numbers keep their source text, so that 1.10 does not become 1.1. */
final class JsonWriter {
    private final Utf8Output out;
    private final boolean sorted;
    private final boolean pretty;

    private JsonWriter(Utf8Output out, boolean sorted, boolean pretty) {
        this.out = out;
        this.sorted = sorted;
        this.pretty = pretty;
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
        Utf8Output out = new Utf8Output(null);
        new JsonWriter(out, sorted, pretty).value(node, 0);
        return out.text();
    }

    /** The digest of {@link #canonical} in UTF-8. */
    static byte[] digest(Node node, MessageDigest algorithm) {
        Utf8Output out = new Utf8Output(algorithm);
        new JsonWriter(out, true, false).value(node, 0);
        return out.digest();
    }

    private void value(Node node, int depth) {
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
            out.ascii('{');
            key(tag);
            out.quoted(scalar.text());
            out.ascii('}');
        } else if (scalar.type() == Scalar.Type.TEXT) {
            out.quoted(scalar.text());
        } else {
            out.ascii(scalar.text());
        }
    }

    private void items(List<Node> items, int depth) {
        out.ascii('[');
        boolean first = true;
        for (Node item : items) {
            separate(first, depth);
            first = false;
            value(item, depth + 1);
        }
        close(']', first, depth);
    }

    private void members(Members members, int depth) {
        out.ascii('{');
        Node.Member[] inOrder = sorted ? members.inKeyOrder() : members.inFileOrder();
        for (int i = 0; i < inOrder.length; i++) {
            separate(i == 0, depth);
            key(inOrder[i].key());
            value(inOrder[i].value(), depth + 1);
        }
        close('}', inOrder.length == 0, depth);
    }

    private void key(String key) {
        out.quoted(key);
        out.ascii(':');
        if (pretty) {
            out.ascii(' ');
        }
    }

    private void separate(boolean first, int depth) {
        if (!first) {
            out.ascii(',');
        }
        newLine(depth + 1);
    }

    private void close(char bracket, boolean empty, int depth) {
        if (!empty) {
            newLine(depth);
        }
        out.ascii(bracket);
    }

    private void newLine(int depth) {
        if (pretty) {
            out.ascii('\n');
            out.ascii("  ".repeat(depth));
        }
    }
}
