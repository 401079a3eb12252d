package io.jenkins.plugins.stackdeploy.template;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads strict JSON (RFC 8259) straight into nodes. Jackson would not do: reading bytes it counts columns in bytes, where people
 * count characters; finding the characters afterwards takes as long again; and its messages quote the text, which may be a
 * secret.
 */
final class JsonReader {
    private final JsonCursor cursor;
    private final JsonStrings strings;

    private JsonReader(String source, byte[] text) {
        this.cursor = new JsonCursor(source, text);
        this.strings = new JsonStrings(cursor, text);
    }

    /**
     * Reads exactly one list or map.
     *
     * @param source the name to use in messages
     * @param text in UTF-8, without a byte order mark; with a bracket, see {@link TemplateFormat}; not to be changed any more
     * @throws TemplateException for anything else; also for a key that is given twice, and for more than
     *     {@link Node#MAX_HEIGHT} levels
     */
    static Node read(String source, byte[] text) throws TemplateException {
        JsonReader reader = new JsonReader(source, text);
        reader.cursor.visible();
        Node root = reader.value();
        reader.cursor.requireEnd();
        return root;
    }

    private Node value() throws TemplateException {
        int line = cursor.line();
        int column = cursor.column();
        return switch (cursor.current()) {
            case '{' -> members(line, column);
            case '[' -> new Items(items(), line, column);
            case '"' -> new Scalar(Scalar.Type.TEXT, strings.text(), line, column);
            case 't' -> new Scalar(Scalar.Type.BOOLEAN, cursor.word("true"), line, column);
            case 'f' -> new Scalar(Scalar.Type.BOOLEAN, cursor.word("false"), line, column);
            case 'n' -> new Scalar(Scalar.Type.NULL, cursor.word("null"), line, column);
            default -> new Scalar(Scalar.Type.NUMBER, cursor.number(), line, column);
        };
    }

    private Members members(int line, int column) throws TemplateException {
        Members.Builder members = new Members.Builder();
        cursor.open();
        if (cursor.visible() == '}') {
            cursor.close();
            return members.build(line, column);
        }
        do {
            int keyAt = cursor.offset();
            int keyLine = cursor.line();
            int keyColumn = cursor.column();
            String key = strings.key();
            cursor.colon();
            Node.Member earlier = members.add(new Node.Member(key, value(), keyLine, keyColumn));
            if (earlier != null) {
                throw cursor.failure(keyAt, Messages.Read_duplicate(key, String.valueOf(earlier.keyLine())));
            }
        } while (cursor.comma('}'));
        return members.build(line, column);
    }

    private List<Node> items() throws TemplateException {
        cursor.open();
        if (cursor.visible() == ']') {
            cursor.close();
            return List.of();
        }
        List<Node> items = new ArrayList<>();
        do {
            items.add(value());
        } while (cursor.comma(']'));
        return items;
    }
}
