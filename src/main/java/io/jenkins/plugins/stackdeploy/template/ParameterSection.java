package io.jenkins.plugins.stackdeploy.template;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads a template's Parameters section. What it cannot read it leaves out: {@link TemplateCheck} tells what is wrong. */
final class ParameterSection {
    private static final Set<String> TRUE = Set.of("true", "yes", "on", "1");

    private ParameterSection() {}

    /** The declared parameters by name, in the order of the file. */
    static Map<String, ParameterDeclaration> read(Node root) {
        Map<String, ParameterDeclaration> declarations = new LinkedHashMap<>();
        Node section = root.get("Parameters");
        if (section != null) {
            section.members().forEach(member -> declarations.put(member.key(), declaration(member)));
        }
        return Collections.unmodifiableMap(declarations);
    }

    private static ParameterDeclaration declaration(Node.Member member) {
        Node node = member.value();
        String type = node.text("Type");
        String noEcho = node.text("NoEcho");
        Node defaultValue = node.get("Default");
        return new ParameterDeclaration(
                member.key(),
                type == null ? "" : type,
                defaultValue != null,
                valueText(defaultValue),
                noEcho != null && TRUE.contains(noEcho.toLowerCase(Locale.ROOT)),
                allowedValues(node.get("AllowedValues")),
                node.text("AllowedPattern"),
                length(node.text("MinLength")),
                length(node.text("MaxLength")),
                ParameterType.numberOrNull(node.text("MinValue")),
                ParameterType.numberOrNull(node.text("MaxValue")),
                prose(node.get("Description")),
                prose(node.get("Label")),
                prose(node.get("ConstraintDescription")),
                member.keyPosition());
    }

    /** A value as the text that a cloud takes for a parameter: scalars as they are, the rest as JSON; null for null. */
    static String valueText(Node node) {
        if (node == null || node instanceof Scalar) {
            return node == null ? null : node.textOrNull();
        }
        return JsonWriter.compact(node);
    }

    /** A list with anything but plain values is a form unknown to us, and checks nothing. */
    private static List<String> allowedValues(Node node) {
        if (node == null || node.items().stream().anyMatch(item -> item.textOrNull() == null)) {
            return List.of();
        }
        return node.items().stream().map(Node::textOrNull).toList();
    }

    private static Long length(String text) {
        BigDecimal number = ParameterType.numberOrNull(text);
        return number == null || number.precision() - number.scale() > 18 ? null : number.longValue();
    }

    /** ROS lets authors give prose in several languages: {@code {en: ..., zh-cn: ...}}. */
    private static String prose(Node node) {
        if (node == null || node instanceof Scalar) {
            return node == null ? null : node.textOrNull();
        }
        return node.members().stream()
                .map(member -> member.value().textOrNull())
                .filter(text -> text != null)
                .findFirst()
                .orElse(null);
    }
}
