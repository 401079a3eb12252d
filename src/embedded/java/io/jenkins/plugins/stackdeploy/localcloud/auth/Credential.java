package io.jenkins.plugins.stackdeploy.localcloud.auth;

import java.time.Instant;
import java.util.Set;

/**
 * An access key, permanent or temporary.
 *
 * @param accessKeyId public half
 * @param secret what requests are signed with
 * @param securityToken must come with every request of a temporary key; null for a permanent one
 * @param expiresAt end of a temporary key; null for a permanent one
 * @param identity whom it belongs to
 */
public record Credential(
        String accessKeyId, String secret, String securityToken, Instant expiresAt, Identity identity) {

    /** Returns a key of a RAM user that never expires. */
    public static Credential permanent(String accessKeyId, String secret, String accountId, Set<String> deniedActions) {
        String arn = "acs:ram::" + accountId + ":user/" + accessKeyId;
        return new Credential(
                accessKeyId,
                secret,
                null,
                null,
                new Identity(accountId, arn, "RAMUser", accessKeyId, Set.copyOf(deniedActions)));
    }

    /** Returns a key of an IAM user that never expires. */
    public static Credential iamUser(String accessKeyId, String secret, String accountId, Set<String> deniedActions) {
        String arn = "arn:aws:iam::" + accountId + ":user/" + accessKeyId;
        return new Credential(
                accessKeyId,
                secret,
                null,
                null,
                new Identity(accountId, arn, "IAMUser", "AIDA" + accessKeyId, Set.copyOf(deniedActions)));
    }

    /** Returns whether it was issued by AssumeRole. */
    public boolean temporary() {
        return securityToken != null;
    }
}
