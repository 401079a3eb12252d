package io.jenkins.plugins.stackdeploy.template;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads strict JSON. Its messages are our own, because Jackson's quote the text, which may be a secret. */
final class JsonReader {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private final String source;
    private final char[] text;
    private final TextCursor cursor;
    private final JsonParser parser;
    private final Deque<Position> open = new ArrayDeque<>();

    private JsonReader(String source, char[] text, JsonParser parser) {
        this.source = source;
        this.text = text;
        this.cursor = new TextCursor(text);
        this.parser = parser;
    }

    /** Reads exactly one value. */
    static Node read(String source, String text) throws TemplateException {
        char[] chars = text.toCharArray();
        try (JsonParser parser = FACTORY.createParser(chars)) {
            return new JsonReader(source, chars, parser).readDocument();
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail to be read", e);
        }
    }

    private Node readDocument() throws TemplateException, IOException {
        try {
            if (next() == null) {
                throw new TemplateException(source, null, Messages.Read_empty());
            }
            Node root = value();
            if (next() != null) {
                throw new TemplateException(source, cursor.position(), Messages.Read_trailing());
            }
            return root;
        } catch (JsonProcessingException e) {
            throw explain(e);
        }
    }

    private JsonToken next() throws IOException {
        JsonToken token = parser.nextToken();
        if (token != null) {
            cursor.advanceTo(parser.currentTokenLocation().getCharOffset());
        }
        return token;
    }

    private Node value() throws TemplateException, IOException {
        int line = cursor.line();
        int column = cursor.column();
        return switch (parser.currentToken()) {
            case START_OBJECT -> members(line, column);
            case START_ARRAY -> items(line, column);
            case VALUE_STRING -> new Scalar(Scalar.Type.TEXT, parser.getText(), line, column);
            case VALUE_TRUE, VALUE_FALSE -> new Scalar(Scalar.Type.BOOLEAN, parser.getText(), line, column);
            case VALUE_NULL -> new Scalar(Scalar.Type.NULL, "null", line, column);
            default -> new Scalar(Scalar.Type.NUMBER, parser.getText(), line, column);
        };
    }

    private Members members(int line, int column) throws TemplateException, IOException {
        enter();
        Map<String, Node.Member> members = new LinkedHashMap<>();
        while (next() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            Position keyAt = cursor.position();
            next();
            Node.Member first = members.putIfAbsent(key, new Node.Member(value(), keyAt.line(), keyAt.column()));
            if (first != null) {
                throw new TemplateException(
                        source, keyAt, Messages.Read_duplicate(key, String.valueOf(first.keyLine())));
            }
        }
        open.pop();
        return new Members(members, line, column);
    }

    private Items items(int line, int column) throws TemplateException, IOException {
        enter();
        List<Node> items = new ArrayList<>();
        while (next() != JsonToken.END_ARRAY) {
            items.add(value());
        }
        open.pop();
        return new Items(items, line, column);
    }

    private void enter() throws TemplateException {
        open.push(cursor.position());
        if (open.size() > Node.MAX_HEIGHT) {
            throw new TemplateException(
                    source, cursor.position(), Messages.Read_tooDeep(String.valueOf(Node.MAX_HEIGHT)));
        }
    }

    private TemplateException explain(JsonProcessingException e) {
        if (e instanceof JsonEOFException) {
            Position unclosed = open.peek();
            cursor.advanceTo(text.length);
            return new TemplateException(
                    source,
                    cursor.position(),
                    unclosed == null ? Messages.Read_jsonEnds() : Messages.Read_jsonUnclosed(unclosed));
        }
        int at = blamed((int) Math.min(e.getLocation().getCharOffset(), text.length - 1));
        int before = lastVisible(at - 1);
        if ((text[at] == '}' || text[at] == ']') && before >= 0 && text[before] == ',') {
            cursor.advanceTo(before);
            return new TemplateException(source, cursor.position(), Messages.Read_jsonComma());
        }
        cursor.advanceTo(at);
        return new TemplateException(source, cursor.position(), Messages.Read_json());
    }

    /** Jackson points at a character that is wrong, but behind a word that is. */
    private int blamed(int at) {
        int start = at;
        while (start > 0 && Character.isLetterOrDigit(text[start - 1])) {
            start--;
        }
        return start;
    }

    private int lastVisible(int from) {
        int i = from;
        while (i >= 0 && Character.isWhitespace(text[i])) {
            i--;
        }
        return i;
    }
}
