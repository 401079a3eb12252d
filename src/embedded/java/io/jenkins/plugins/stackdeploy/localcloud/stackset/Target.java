package io.jenkins.plugins.stackdeploy.localcloud.stackset;

/**
 * An account and region that an operation is about.
 *
 * @param account 12 digits
 * @param region the region
 * @param organizationalUnit through which the account is a target, or null for self-managed permissions
 */
public record Target(String account, String region, String organizationalUnit) implements Comparable<Target> {

    /** Returns what tells the instances of a set apart. */
    String key() {
        return key(account, region);
    }

    static String key(String account, String region) {
        return account + "/" + region;
    }

    /** By account, then by region. */
    @Override
    public int compareTo(Target other) {
        return key().compareTo(other.key());
    }
}
