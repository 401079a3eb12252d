package io.jenkins.plugins.stackdeploy.ros;

import java.time.Instant;

/**
 * What a request is signed with. Its text never shows the secret.
 *
 * @param id the AccessKey id
 * @param secret the AccessKey secret
 * @param securityToken the STS token; null for a lasting key
 * @param expires when the STS token ends; null for a lasting key or when unknown
 */
public record AccessKey(String id, String secret, String securityToken, Instant expires) {
    @Override
    public String toString() {
        return "AccessKey[" + id + "]";
    }
}
