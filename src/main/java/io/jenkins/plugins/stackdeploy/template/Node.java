package io.jenkins.plugins.stackdeploy.template;

import java.util.List;

/**
 * A value in a template or parameter file, and where it starts. Built once, never changed. Aliases share nodes, so a tree may
 * be a graph without cycles; {@link #height()} and {@link #weight()} let the reader bound it before anyone else walks it.
 */
abstract sealed class Node permits Scalar, Items, Members {
    /** No template that a person or a generator writes comes near; deeper ones are attacks on recursive readers. */
    static final int MAX_HEIGHT = 100;

    /** Characters and nodes that aliases may add to a document: four times the largest template of ROS. */
    static final int MAX_WEIGHT = 2 << 20;

    private final int line;
    private final int column;

    Node(int line, int column) {
        this.line = line;
        this.column = column;
    }

    Position position() {
        return new Position(line, column);
    }

    /** Levels of lists and maps; 0 for a scalar. */
    abstract int height();

    /** Characters and nodes, shared ones counted each time they are used. */
    abstract int weight();

    /** The text of a scalar other than null; null for everything else. */
    String textOrNull() {
        return null;
    }

    /** The entries of a map, in the order of the file; none for everything else. */
    List<Member> members() {
        return List.of();
    }

    /** The entry of a map, or null when there is none or this is no map. */
    Member member(String key) {
        return null;
    }

    /** The elements of a list; none for everything else. */
    List<Node> items() {
        return List.of();
    }

    /** The value of a map's entry, or null when there is none or this is no map. */
    Node get(String key) {
        Member member = member(key);
        return member == null ? null : member.value();
    }

    /** The text of a map's entry, or null when there is none or it is no text. */
    String text(String key) {
        Node value = get(key);
        return value == null ? null : value.textOrNull();
    }

    /** An entry of a map, and where its key starts. */
    record Member(String key, Node value, int keyLine, int keyColumn) {
        Position keyPosition() {
            return new Position(keyLine, keyColumn);
        }
    }
}
