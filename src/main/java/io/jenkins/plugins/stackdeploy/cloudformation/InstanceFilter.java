package io.jenkins.plugins.stackdeploy.cloudformation;

/**
 * Which stack instances are listed. What is null does not matter.
 *
 * @param account the account's id
 * @param region the region's id
 * @param detailedStatus a detailed status, by its name in the API
 * @param lastOperationId the operation that was the last to touch the instance
 */
public record InstanceFilter(String account, String region, String detailedStatus, String lastOperationId) {
    /** All instances. */
    public static final InstanceFilter ALL = new InstanceFilter(null, null, null, null);
}
