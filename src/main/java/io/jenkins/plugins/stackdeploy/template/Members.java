package io.jenkins.plugins.stackdeploy.template;

import java.util.Map;

/** A map, in the order of the file. */
final class Members extends Node {
    private final Map<String, Member> members;
    private final int height;
    private final int weight;

    Members(Map<String, Member> members, int line, int column) {
        super(line, column);
        this.members = members;
        int deepest = 0;
        int sum = 1;
        for (Map.Entry<String, Member> member : members.entrySet()) {
            Node value = member.getValue().value();
            deepest = Math.max(deepest, value.height());
            sum += member.getKey().length() + value.weight();
        }
        height = deepest + 1;
        weight = sum;
    }

    /** A map of one entry that stands where its value stands: the long form of a short tag. */
    static Members wrap(String key, Node value) {
        Position at = value.position();
        return new Members(Map.of(key, new Member(value, at.line(), at.column())), at.line(), at.column());
    }

    @Override
    Map<String, Member> members() {
        return members;
    }

    @Override
    int height() {
        return height;
    }

    @Override
    int weight() {
        return weight;
    }
}
