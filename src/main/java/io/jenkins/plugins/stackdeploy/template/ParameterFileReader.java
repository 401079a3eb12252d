package io.jenkins.plugins.stackdeploy.template;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Reads the forms of {@link ParameterFile}. */
final class ParameterFileReader {
    private static final Set<String> SECTIONS = Set.of("Parameters", "Tags", "StackPolicy");

    private final String name;
    private final ParameterCollector collector;
    private final Map<String, String> tags = new LinkedHashMap<>();
    private String stackPolicy;

    ParameterFileReader(String name) {
        this.name = name;
        this.collector = new ParameterCollector(name, ParameterSource.FILE);
    }

    ParameterFile read(Node root) throws TemplateException {
        if (hasSections(root)) {
            sections(root);
        } else {
            parameters(root);
        }
        return new ParameterFile(collector.parameters(), tags, stackPolicy, collector.notes());
    }

    private static boolean hasSections(Node root) {
        if (!root.members().isEmpty() && root.members().stream().allMatch(member -> SECTIONS.contains(member.key()))) {
            return root.members().stream().noneMatch(member -> member.value() instanceof Scalar);
        }
        Node parameters = root.get("Parameters");
        return parameters != null && !(parameters instanceof Scalar);
    }

    private void sections(Node root) throws TemplateException {
        for (Node.Member section : root.members()) {
            Node value = section.value();
            switch (section.key()) {
                case "Parameters" -> parameters(value);
                case "Tags" -> tags(value);
                case "StackPolicy" -> stackPolicy = JsonWriter.compact(value);
                default ->
                    throw new TemplateException(name, section.keyPosition(), Messages.File_section(section.key()));
            }
        }
    }

    private void parameters(Node node) throws TemplateException {
        if (node instanceof Scalar) {
            throw new TemplateException(name, node.position(), Messages.File_form());
        }
        for (Node entry : node.items()) {
            entry(entry);
        }
        for (Node.Member member : node.members()) {
            collector.add(member.keyPosition(), member.key(), ParameterSection.valueText(member.value()));
        }
    }

    private void entry(Node entry) throws TemplateException {
        Map<ParameterCollector.Field, String> fields = new EnumMap<>(ParameterCollector.Field.class);
        for (Node.Member member : entry.members()) {
            ParameterCollector.Field field = ParameterCollector.Field.of(member.key());
            Position at = member.keyPosition();
            if (field == null) {
                throw new TemplateException(name, at, Messages.File_field(member.key()));
            }
            if (fields.containsKey(field)) {
                throw new TemplateException(name, at, Messages.Shorthand_fieldTwice());
            }
            fields.put(field, ParameterSection.valueText(member.value()));
        }
        if (!(entry instanceof Members)) {
            throw new TemplateException(name, entry.position(), Messages.File_form());
        }
        collector.add(entry.position(), fields);
    }

    private void tags(Node node) throws TemplateException {
        for (Node.Member member : node.members()) {
            tag(member.key(), member.value());
        }
        for (Node item : node.items()) {
            String key = item.text("Key");
            if (key == null) {
                throw new TemplateException(name, item.position(), Messages.File_tag());
            }
            if (tags.containsKey(key)) {
                throw new TemplateException(name, item.position(), Messages.File_tagTwice(key));
            }
            tag(key, item.get("Value"));
        }
    }

    private void tag(String key, Node value) throws TemplateException {
        if (value != null && !(value instanceof Scalar)) {
            throw new TemplateException(name, value.position(), Messages.File_tag());
        }
        String text = value == null ? null : value.textOrNull();
        tags.put(key, text == null ? "" : text);
    }
}
