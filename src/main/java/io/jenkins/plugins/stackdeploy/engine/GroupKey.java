package io.jenkins.plugins.stackdeploy.engine;

/**
 * What shares a call limit, and can be looked at together: the deployments of one account in one region of one cloud.
 *
 * @param cloud the cloud's short name, such as {@code ros}
 * @param endpoint the host that is called
 * @param account what stands for the account: the access key's id and the role taken on; never a secret
 * @param region the region's id
 */
public record GroupKey(String cloud, String endpoint, String account, String region) {}
