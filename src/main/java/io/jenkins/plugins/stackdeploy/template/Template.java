package io.jenkins.plugins.stackdeploy.template;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A template as its file says it. Immutable and safe for use by several threads. Whether it makes sense is for
 * {@link TemplateCheck} and, in the end, for the cloud to say; what is sent is always {@link #text()}.
 */
public final class Template {
    private final String name;
    private final Document document;
    private final TemplateKind kind;
    private final Map<String, ParameterDeclaration> parameters;
    private final Map<String, ResourceDeclaration> resources;
    private volatile String canonical;
    private volatile String digest;

    private Template(String name, Document document) {
        this.name = name;
        this.document = document;
        this.parameters = ParameterSection.read(document.root());
        this.resources = resourcesOf(document.root());
        this.kind = KindDetector.detect(document.root(), resources.values());
    }

    /**
     * Reads a template. JSON and YAML are told apart by the content. The time is linear in the size, and memory is bounded
     * whatever the aliases say.
     *
     * @param name what people call it, usually a path relative to the workspace; used in messages
     * @param content the file; not kept
     * @throws TemplateException when it is larger than the limit, is not UTF-8, is not one valid document, gives a key twice,
     *     nests deeper than 100 levels, has aliases that form a cycle or expand beyond reason, or is not a map
     */
    public static Template parse(String name, byte[] content, TemplateLimits limits) throws TemplateException {
        Document document = Document.read(name, content, limits.maxBytes());
        if (!(document.root() instanceof Members)) {
            throw new TemplateException(name, document.root().position(), Messages.Read_notMap());
        }
        return new Template(name, document);
    }

    private static Map<String, ResourceDeclaration> resourcesOf(Node root) {
        Map<String, ResourceDeclaration> resources = new LinkedHashMap<>();
        Node section = root.get("Resources");
        if (section != null) {
            section.members().forEach(member -> {
                String type = member.value().text("Type");
                resources.put(member.key(), new ResourceDeclaration(type, member.keyPosition()));
            });
        }
        return Collections.unmodifiableMap(resources);
    }

    /** The name given to {@link #parse}. */
    public String name() {
        return name;
    }

    /** The file's text without a byte order mark, comments and all. */
    public String text() {
        return document.text();
    }

    /** How the file is written. */
    public TemplateFormat format() {
        return document.format();
    }

    /** Whose template it is. */
    public TemplateKind kind() {
        return kind;
    }

    /** The declared parameters by name, in the order of the file; unmodifiable. */
    public Map<String, ParameterDeclaration> parameters() {
        return parameters;
    }

    /** The declared resources by logical id, in the order of the file; unmodifiable. */
    public Map<String, ResourceDeclaration> resources() {
        return resources;
    }

    /** The names of the declared outputs, in the order of the file; unmodifiable. */
    public Set<String> outputs() {
        Node section = document.root().get("Outputs");
        Set<String> names = new LinkedHashSet<>();
        if (section != null) {
            section.members().forEach(member -> names.add(member.key()));
        }
        return Collections.unmodifiableSet(names);
    }

    /**
     * Where a value stands.
     *
     * @param path keys, and indexes from 0 for lists, from the top; {@code position("Resources", "Vpc", "Type")}
     * @return where its key or list element starts; empty when there is no such value
     */
    public Optional<Position> position(String... path) {
        Node node = document.root();
        Position position = node.position();
        for (String step : path) {
            Node.Member member = node.member(step);
            if (member != null) {
                position = member.keyPosition();
                node = member.value();
                continue;
            }
            List<Node> items = node.items();
            int index = items.isEmpty() || !step.matches("[0-9]{1,9}") ? Integer.MAX_VALUE : Integer.parseInt(step);
            if (index >= items.size()) {
                return Optional.empty();
            }
            node = items.get(index);
            position = node.position();
        }
        return Optional.of(position);
    }

    /**
     * The template in one line of JSON: keys sorted, functions in their long form, aliases written out, no comments. The same
     * template in YAML and in JSON has the same canonical text. A plain YAML word that JSON cannot say, such as {@code yes} or
     * {@code 0755}, is {@code {"!!bool":"yes"}} or {@code {"!!int":"0755"}}; dates are text, numbers keep their digits.
     */
    public String canonical() {
        String text = canonical;
        if (text == null) {
            // Two threads may both come here. They write the same text.
            text = JsonWriter.canonical(document.root());
            canonical = text;
        }
        return text;
    }

    /** The SHA-256 of {@link #canonical()} in UTF-8: 64 lower-case hexadecimal digits. */
    public String digest() {
        String hex = digest;
        if (hex == null) {
            hex = HexFormat.of().formatHex(JsonWriter.digest(document.root(), sha256()));
            digest = hex;
        }
        return hex;
    }

    Node root() {
        return document.root();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return name + " (" + kind + ", " + format() + ")";
    }
}
