package io.jenkins.plugins.stackdeploy.template;

/**
 * A single value. Its text is the source's; only {@code true}, {@code false} and {@code null} are brought to lower case.
 *
 * <p>YAML 1.1 reads more plain words as booleans and numbers than JSON can write: {@code yes}, {@code 0755}, {@code 1_000},
 * {@code 22:30}. What the clouds make of them is not documented (CloudFormation's own samples compare a parameter with a plain
 * {@code Yes}), so they are neither converted nor confused with the quoted text: they keep their source text and the YAML
 * type. Dates such as {@code 2015-09-01} are text in both clouds.
 */
final class Scalar extends Node {
    /** What the value is. */
    enum Type {
        TEXT(null),
        /** A number as JSON writes it. */
        NUMBER(null),
        BOOLEAN(null),
        NULL(null),
        YAML_BOOLEAN("!!bool"),
        YAML_INTEGER("!!int"),
        YAML_FLOAT("!!float");

        private final String tag;

        Type(String tag) {
            this.tag = tag;
        }

        /** The key under which JSON shows a value it has no spelling for; null for those it has. */
        String tag() {
            return tag;
        }
    }

    private final Type type;
    private final String text;

    Scalar(Type type, String text, int line, int column) {
        super(line, column);
        this.type = type;
        this.text = text;
    }

    Type type() {
        return type;
    }

    String text() {
        return text;
    }

    @Override
    String textOrNull() {
        return type == Type.NULL ? null : text;
    }

    @Override
    int height() {
        return 0;
    }

    @Override
    int weight() {
        return text.length() + 1;
    }
}
