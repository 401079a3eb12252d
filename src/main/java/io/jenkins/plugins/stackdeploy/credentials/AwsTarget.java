package io.jenkins.plugins.stackdeploy.credentials;

/**
 * The AWS account and region that a job names: those of the stack sets themselves, not of their instances.
 *
 * @param connection the name of a connection; null when credentials are named
 * @param credentialsId credentials with an access key; null when a connection is named
 * @param region the region; null for the connection's
 * @param roleArn the role to take on; null for the connection's or none
 * @param externalId the external id that the role asks for; null for none, or for the connection's when the role is
 *     the connection's too
 */
public record AwsTarget(String connection, String credentialsId, String region, String roleArn, String externalId) {}
