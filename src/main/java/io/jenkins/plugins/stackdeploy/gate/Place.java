package io.jenkins.plugins.stackdeploy.gate;

import java.util.List;

/**
 * What one person's approval fills.
 *
 * @param rule the index of its rule
 * @param users ids of users who fit
 * @param groups names of groups whose members fit; everybody fits where nobody is named
 */
record Place(int rule, List<String> users, List<String> groups) {
    boolean fits(Approver person, Identities identities) {
        return isForEverybody() || person.isAmong(users, identities) || person.isInOneOf(groups, identities);
    }

    /** Whether it is not known in advance who fits. */
    boolean isOpenEnded() {
        return isForEverybody() || !groups.isEmpty();
    }

    private boolean isForEverybody() {
        return users.isEmpty() && groups.isEmpty();
    }
}
