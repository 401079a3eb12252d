package io.jenkins.plugins.stackdeploy.approval;

import hudson.security.SecurityRealm;
import io.jenkins.plugins.stackdeploy.gate.Identities;
import jenkins.model.Jenkins;

/** Names as the security realm compares them: most ignore case, some do not. */
final class RealmIdentities implements Identities {
    @Override
    public boolean sameUser(String one, String other) {
        return realm().getUserIdStrategy().equals(one, other);
    }

    @Override
    public boolean sameGroup(String one, String other) {
        return realm().getGroupIdStrategy().equals(one, other);
    }

    private static SecurityRealm realm() {
        return Jenkins.get().getSecurityRealm();
    }
}
