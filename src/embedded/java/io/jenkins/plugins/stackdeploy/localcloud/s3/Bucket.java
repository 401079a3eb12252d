package io.jenkins.plugins.stackdeploy.localcloud.s3;

/**
 * A bucket.
 *
 * @param name unique in the world
 * @param region the region that it is in
 * @param accountId its owner, 12 digits; nobody else may use it
 */
public record Bucket(String name, String region, String accountId) {}
