package io.jenkins.plugins.stackdeploy.template;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A map, in the order of the file. Templates are mostly small maps, for which an array takes a third of a hash map's memory and
 * is as quick to search; large ones have a hash map besides.
 */
final class Members extends Node {
    /** Entries. */
    private static final int SMALL = 8;

    private final Member[] members;
    private final Map<String, Member> index;

    private Members(Member[] members, Map<String, Member> index, int line, int column) {
        super(line, column);
        this.members = members;
        this.index = index;
    }

    /** A map of one entry that stands where its value stands: the long form of a short tag. */
    static Members wrap(String key, Node value) {
        Position at = value.position();
        Member only = new Member(key, value, at.line(), at.column());
        return new Members(new Member[] {only}, null, at.line(), at.column());
    }

    @Override
    List<Member> members() {
        return Collections.unmodifiableList(Arrays.asList(members));
    }

    /** Like {@link #members()}, but quicker to go over; not to be changed. */
    Member[] inFileOrder() {
        return members;
    }

    /** By the UTF-16 code units of the keys; not to be changed. */
    Member[] inKeyOrder() {
        // Most maps are small, or in order already.
        for (int i = 1; i < members.length; i++) {
            if (members[i - 1].key().compareTo(members[i].key()) > 0) {
                Member[] sorted = members.clone();
                Arrays.sort(sorted, Comparator.comparing(Member::key));
                return sorted;
            }
        }
        return members;
    }

    @Override
    Member member(String key) {
        return index == null ? find(members, members.length, key) : index.get(key);
    }

    private static Member find(Member[] members, int size, String key) {
        for (int i = 0; i < size; i++) {
            if (members[i].key().equals(key)) {
                return members[i];
            }
        }
        return null;
    }

    @Override
    int height() {
        int deepest = 0;
        for (Member member : members) {
            deepest = Math.max(deepest, member.value().height());
        }
        return deepest + 1;
    }

    @Override
    int weight() {
        int sum = 1;
        for (Member member : members) {
            sum += member.key().length() + member.value().weight();
        }
        return sum;
    }

    /** Collects the entries of a map. */
    static final class Builder {
        private Member[] members = new Member[2];
        private int size;
        private Map<String, Member> index;

        /** Adds an entry unless there is one with the same key: that one is then returned, else null. */
        Member add(Member member) {
            Member earlier = index == null ? find(members, size, member.key()) : index.get(member.key());
            if (earlier != null) {
                return earlier;
            }
            if (size == members.length) {
                members = Arrays.copyOf(members, 2 * size);
            }
            members[size++] = member;
            if (index != null) {
                index.put(member.key(), member);
            } else if (size > SMALL) {
                index = new HashMap<>();
                for (int i = 0; i < size; i++) {
                    index.put(members[i].key(), members[i]);
                }
            }
            return null;
        }

        Members build(int line, int column) {
            Member[] exact = size == members.length ? members : Arrays.copyOf(members, size);
            return new Members(exact, index, line, column);
        }
    }
}
