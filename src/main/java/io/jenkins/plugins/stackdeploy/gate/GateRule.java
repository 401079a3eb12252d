package io.jenkins.plugins.stackdeploy.gate;

import java.util.ArrayList;
import java.util.List;

/**
 * One rule: who may approve, and how many of them must.
 *
 * @param users ids of users, each once
 * @param groups names of groups, each once; with no users and no groups the rule is for everybody who has the permission
 * @param all whether everybody named must approve: each user, and one member of each group
 * @param number how many must approve otherwise, at least 1; 0 when all must
 */
public record GateRule(List<String> users, List<String> groups, boolean all, int number) {
    /** Keeps copies of the lists. */
    public GateRule {
        users = List.copyOf(users);
        groups = List.copyOf(groups);
    }

    /** A rule that any one of those named meets. */
    public static GateRule any(List<String> users, List<String> groups) {
        return new GateRule(users, groups, false, 1);
    }

    /** A rule that several of those named meet. */
    public static GateRule some(int number, List<String> users, List<String> groups) {
        return new GateRule(users, groups, false, number);
    }

    /** A rule that all of those named meet together. */
    public static GateRule all(List<String> users, List<String> groups) {
        return new GateRule(users, groups, true, 0);
    }

    /** Whether everybody with the permission may approve. */
    public boolean isForEverybody() {
        return users.isEmpty() && groups.isEmpty();
    }

    /** How many people must approve for this rule. */
    public int needed() {
        return all ? users.size() + groups.size() : number;
    }

    /** The places of this rule, each to be filled by somebody else. */
    List<Place> places(int index) {
        List<Place> places = new ArrayList<>();
        if (all) {
            users.forEach(user -> places.add(new Place(index, List.of(user), List.of())));
            groups.forEach(group -> places.add(new Place(index, List.of(), List.of(group))));
        } else {
            for (int i = 0; i < number; i++) {
                places.add(new Place(index, users, groups));
            }
        }
        return places;
    }
}
