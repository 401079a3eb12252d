package io.jenkins.plugins.stackdeploy.gate;

import java.util.Collection;
import java.util.List;

/**
 * Somebody who decides, as known at the moment of the decision.
 *
 * @param id the user's id; null for somebody who is not logged in
 * @param name the user's display name; null for somebody who is not logged in
 * @param groups the user's groups; empty for somebody who is not logged in
 * @param administrator whether the user administers all of Jenkins
 * @param permitted whether the user has the permission to approve here
 */
public record Approver(String id, String name, List<String> groups, boolean administrator, boolean permitted) {
    /** Somebody who is not logged in. */
    public static final Approver ANONYMOUS = new Approver(null, null, List.of(), false, false);

    /** Keeps a copy of the groups. */
    public Approver {
        groups = List.copyOf(groups);
    }

    /** Whether the user is not logged in. */
    public boolean anonymous() {
        return id == null;
    }

    boolean isAmong(Collection<String> users, Identities identities) {
        return id != null && users.stream().anyMatch(user -> identities.sameUser(user, id));
    }

    boolean isInOneOf(Collection<String> named, Identities identities) {
        return named.stream().anyMatch(group -> groups.stream().anyMatch(own -> identities.sameGroup(group, own)));
    }
}
