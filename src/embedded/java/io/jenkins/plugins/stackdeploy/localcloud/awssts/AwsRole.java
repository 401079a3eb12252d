package io.jenkins.plugins.stackdeploy.localcloud.awssts;

import java.util.Set;

/**
 * A role that any key may assume.
 *
 * @param arn such as {@code arn:aws:iam::111122223333:role/deployer}
 * @param externalId what callers must know, or null if anyone may
 * @param deniedActions actions that its sessions are answered AccessDenied
 */
public record AwsRole(String arn, String externalId, Set<String> deniedActions) {}
