package io.jenkins.plugins.stackdeploy.cloudformation;

/**
 * Where a stack instance is: a stack set has at most one in an account and region.
 *
 * @param account the account's id, 12 digits
 * @param region the region's id
 */
record Place(String account, String region) {
    /** The place as people read it. */
    @Override
    public String toString() {
        return account + "/" + region;
    }
}
