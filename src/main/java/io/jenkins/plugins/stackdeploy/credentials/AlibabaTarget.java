package io.jenkins.plugins.stackdeploy.credentials;

/**
 * The account and region that a job names.
 *
 * @param connection the name of a connection; null when credentials are named
 * @param credentialsId credentials with an AccessKey; null when a connection is named
 * @param region the region; null for the connection's
 * @param roleArn the role to take on; null for the connection's or none
 */
public record AlibabaTarget(String connection, String credentialsId, String region, String roleArn) {}
