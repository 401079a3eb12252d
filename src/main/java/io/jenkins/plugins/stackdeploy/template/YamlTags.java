package io.jenkins.plugins.stackdeploy.template;

import java.util.List;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * What YAML's plain scalars and tags mean in a template: YAML 1.1 (CloudFormation user guide, "template formats"; ROS reads
 * YAML with a 1.1 library), and short tags for functions in both clouds.
 */
final class YamlTags {
    private static final Pattern PLAIN_NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");

    private final Resolver resolver = new Resolver();

    /** What an untagged scalar is: quoted ones are text, plain ones what they look like. */
    Scalar.Type typeOf(String text, boolean plain) {
        return typeOf(text, resolver.resolve(NodeId.scalar, text, plain));
    }

    /** What a scalar with one of YAML's own tags is. */
    Scalar.Type typeOf(String text, Tag tag) {
        if (tag.equals(Tag.NULL)) {
            return Scalar.Type.NULL;
        }
        if (tag.equals(Tag.BOOL)) {
            return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")
                    ? Scalar.Type.BOOLEAN
                    : Scalar.Type.YAML_BOOLEAN;
        }
        if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
            if (PLAIN_NUMBER.matcher(text).matches()) {
                return Scalar.Type.NUMBER;
            }
            return tag.equals(Tag.INT) ? Scalar.Type.YAML_INTEGER : Scalar.Type.YAML_FLOAT;
        }
        return Scalar.Type.TEXT;
    }

    /** Whether a tag only repeats what YAML knows by itself, so that it changes nothing but a scalar's type. */
    static boolean isCore(Tag tag) {
        return tag.equals(Tag.STR)
                || tag.equals(Tag.NULL)
                || tag.equals(Tag.BOOL)
                || tag.equals(Tag.INT)
                || tag.equals(Tag.FLOAT)
                || tag.equals(Tag.TIMESTAMP)
                || tag.equals(Tag.MAP)
                || tag.equals(Tag.SEQ);
    }

    /**
     * The long form of a tagged value: {@code !Ref} and {@code !Condition} keep their name, every other {@code !X} is
     * {@code Fn::X}, and {@code !GetAtt a.b} has a list of two (both clouds' function references). A tagged scalar is text. A tag of YAML itself that
     * no template needs, such as {@code !!binary}, is kept as a key.
     */
    static Node longForm(Tag tag, Node value) {
        String name = tag.getValue();
        if (name.startsWith(Tag.PREFIX)) {
            return Members.wrap("!!" + name.substring(Tag.PREFIX.length()), value);
        }
        String function = name.startsWith("!") ? name.substring(1) : name;
        if (function.equals("Ref") || function.equals("Condition") || function.startsWith("Fn::")) {
            return Members.wrap(function, value);
        }
        return Members.wrap("Fn::" + function, function.equals("GetAtt") ? splitAttribute(value) : value);
    }

    private static Node splitAttribute(Node value) {
        String text = value.textOrNull();
        int dot = text == null ? -1 : text.indexOf('.');
        if (dot < 0) {
            return value;
        }
        Position at = value.position();
        return new Items(
                List.of(
                        new Scalar(Scalar.Type.TEXT, text.substring(0, dot), at.line(), at.column()),
                        new Scalar(Scalar.Type.TEXT, text.substring(dot + 1), at.line(), at.column())),
                at.line(),
                at.column());
    }
}
