package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.engine.GroupKey;

/**
 * How AWS is reached, and as whom. Whoever uses equal settings shares clients.
 *
 * @param identity as whom to call, or to take on the role
 * @param role the role to take on; null for none
 * @param region the region of the stack sets
 * @param endpoints where to call
 * @param proxy through what to call; null to leave it to the settings of the Java virtual machine
 * @param readsPerMinute how many calls a minute may read, 1 or more; a fifth as many may change something
 */
public record AwsSettings(
        AwsIdentity identity, AwsRole role, String region, AwsEndpoints endpoints, AwsProxy proxy, int readsPerMinute) {
    /** How many calls a minute may read unless an administrator says otherwise. AWS publishes no number. */
    public static final int READS_PER_MINUTE = 300;

    /** What shares a call limit. */
    GroupKey group() {
        String account = role == null ? identity.name() : identity.name() + " " + role.arn();
        String host = endpoints.cloudFormation() == null
                ? ""
                : endpoints.cloudFormation().getAuthority();
        return new GroupKey("cloudformation", host, account, region);
    }
}
