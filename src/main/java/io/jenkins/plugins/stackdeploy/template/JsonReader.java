package io.jenkins.plugins.stackdeploy.template;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Reads strict JSON. Its messages are our own, because Jackson's quote the text, which may be a secret. */
final class JsonReader {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private final String source;
    private final byte[] text;
    private final WideCharacters wide;
    private final JsonParser parser;
    private final Deque<Position> open = new ArrayDeque<>();
    private int line;
    private int column;

    private JsonReader(String source, byte[] text, WideCharacters wide, JsonParser parser) {
        this.source = source;
        this.text = text;
        this.wide = wide;
        this.parser = parser;
    }

    /**
     * Reads exactly one list or map.
     *
     * @param source the name to use in messages
     * @param text without a byte order mark; with a bracket, see {@link TemplateFormat}
     * @throws TemplateException for anything else; also for bytes that are not UTF-8, for a key that is given twice, and for
     *     more than {@link Node#MAX_HEIGHT} levels
     */
    static Node read(String source, byte[] text) throws TemplateException {
        WideCharacters wide = WideCharacters.find(source, text);
        // From bytes Jackson is quicker than from characters, which besides would have to be made first.
        try (JsonParser parser = FACTORY.createParser(text)) {
            return new JsonReader(source, text, wide, parser).readDocument();
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail to be read", e);
        }
    }

    private Node readDocument() throws TemplateException, IOException {
        try {
            parser.nextToken();
            Node root = value();
            if (parser.nextToken() != null) {
                locate();
                throw failure(Messages.Read_trailing());
            }
            return root;
        } catch (JsonProcessingException e) {
            throw explain(e);
        }
    }

    private void locate() {
        JsonLocation at = parser.currentTokenLocation();
        line = at.getLineNr();
        column = wide.column((int) at.getByteOffset(), at.getColumnNr());
    }

    private Node value() throws TemplateException, IOException {
        locate();
        return switch (parser.currentToken()) {
            case START_OBJECT -> members(line, column);
            case START_ARRAY -> items(line, column);
            case VALUE_STRING -> new Scalar(Scalar.Type.TEXT, parser.getText(), line, column);
            case VALUE_TRUE, VALUE_FALSE -> new Scalar(Scalar.Type.BOOLEAN, parser.getText(), line, column);
            case VALUE_NULL -> new Scalar(Scalar.Type.NULL, "null", line, column);
            default -> new Scalar(Scalar.Type.NUMBER, parser.getText(), line, column);
        };
    }

    private Members members(int startLine, int startColumn) throws TemplateException, IOException {
        enter();
        Members.Builder members = new Members.Builder();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            locate();
            int keyLine = line;
            int keyColumn = column;
            parser.nextToken();
            Node.Member first = members.add(new Node.Member(key, value(), keyLine, keyColumn));
            if (first != null) {
                throw new TemplateException(
                        source,
                        new Position(keyLine, keyColumn),
                        Messages.Read_duplicate(key, String.valueOf(first.keyLine())));
            }
        }
        open.pop();
        return members.build(startLine, startColumn);
    }

    private Items items(int startLine, int startColumn) throws TemplateException, IOException {
        enter();
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value());
        }
        open.pop();
        return new Items(items, startLine, startColumn);
    }

    private void enter() throws TemplateException {
        open.push(new Position(line, column));
        if (open.size() > Node.MAX_HEIGHT) {
            throw failure(Messages.Read_tooDeep(String.valueOf(Node.MAX_HEIGHT)));
        }
    }

    private TemplateException failure(String problem) {
        return new TemplateException(source, new Position(line, column), problem);
    }

    private TemplateException explain(JsonProcessingException e) {
        String all = new String(text, StandardCharsets.UTF_8);
        if (e instanceof JsonEOFException) {
            Position unclosed = open.peek();
            return new TemplateException(
                    source,
                    Position.at(all, all.length()),
                    unclosed == null ? Messages.Read_jsonEnds() : Messages.Read_jsonUnclosed(unclosed));
        }
        int at = blamed(all, charOffset(e.getLocation()));
        int before = lastVisible(all, at - 1);
        if ((all.charAt(at) == '}' || all.charAt(at) == ']') && before >= 0 && all.charAt(before) == ',') {
            return new TemplateException(source, Position.at(all, before), Messages.Read_jsonComma());
        }
        return new TemplateException(source, Position.at(all, at), Messages.Read_json());
    }

    private int charOffset(JsonLocation at) {
        int end = (int) Math.min(at.getByteOffset(), text.length - 1);
        // Jackson points at the last byte of a character of several.
        while ((text[end] & 0xC0) == 0x80) {
            end--;
        }
        return new String(text, 0, end, StandardCharsets.UTF_8).length();
    }

    /** Jackson points at a character that is wrong, but behind a word that is. */
    private static int blamed(String text, int at) {
        int start = at;
        while (start > 0 && Character.isLetterOrDigit(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static int lastVisible(String text, int from) {
        int i = from;
        while (i >= 0 && Character.isWhitespace(text.charAt(i))) {
            i--;
        }
        return i;
    }
}
