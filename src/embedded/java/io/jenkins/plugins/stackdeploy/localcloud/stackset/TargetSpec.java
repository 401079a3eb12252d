package io.jenkins.plugins.stackdeploy.localcloud.stackset;

import java.util.List;

/**
 * The targets as a request names them.
 *
 * @param accounts account ids, empty for none
 * @param units organizational units, empty for none
 * @param filter what the accounts mean beside the units, or null if the request does not say
 * @param regions the regions, empty for none
 */
record TargetSpec(List<String> accounts, List<String> units, AccountFilter filter, List<String> regions) {

    /** Returns whether the request named no target at all. */
    boolean isEmpty() {
        return accounts.isEmpty() && units.isEmpty() && regions.isEmpty();
    }
}
