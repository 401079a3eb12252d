package io.jenkins.plugins.stackdeploy.template;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A file's text, how it is written and what it says. */
final class Document {
    private final TemplateFormat format;
    private final Node root;

    /** In UTF-8; null when the text is there already. */
    private final byte[] content;

    private volatile String text;

    private Document(TemplateFormat format, Node root, byte[] content, String text) {
        this.format = format;
        this.root = root;
        this.content = content;
        this.text = text;
    }

    /**
     * Reads JSON or YAML.
     *
     * @param source the name to use in messages
     * @param maxBytes inclusive, without a byte order mark
     * @throws TemplateException for anything that is not one value in UTF-8; also for an empty one
     */
    static Document read(String source, byte[] content, int maxBytes) throws TemplateException {
        int start = SourceText.start(source, content, maxBytes);
        if (TemplateFormat.of(content, start) == TemplateFormat.JSON) {
            byte[] own = Arrays.copyOfRange(content, start, content.length);
            return new Document(TemplateFormat.JSON, JsonReader.read(source, own), own, null);
        }
        String text = SourceText.decode(source, content, start);
        SourceText.requirePrintable(source, text);
        Node root = YamlReader.read(source, text);
        if (root instanceof Scalar && root.textOrNull() == null) {
            throw new TemplateException(source, null, Messages.Read_empty());
        }
        return new Document(TemplateFormat.YAML, root, null, text);
    }

    TemplateFormat format() {
        return format;
    }

    Node root() {
        return root;
    }

    /** Without a byte order mark. */
    String text() {
        String known = text;
        if (known == null) {
            // Reading JSON needs no text, and not everybody who reads it does.
            known = new String(content, StandardCharsets.UTF_8);
            text = known;
        }
        return known;
    }
}
