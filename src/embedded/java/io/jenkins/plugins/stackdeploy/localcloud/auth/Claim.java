package io.jenkins.plugins.stackdeploy.localcloud.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * What a request says about its sender, before anything of it is believed.
 *
 * @param accessKeyId the key that it says it was signed with
 * @param securityToken the token of a temporary key, or null
 * @param timestamp when it says it was signed
 * @param nonce a value never used before
 * @param stringToSign what the server computes the signature over
 * @param signature the signature that came with the request
 * @param signer computes the signature of {@code stringToSign} from a secret
 */
record Claim(
        String accessKeyId,
        String securityToken,
        Instant timestamp,
        String nonce,
        String stringToSign,
        String signature,
        UnaryOperator<String> signer) {

    boolean signedWith(String secret) {
        return MessageDigest.isEqual(
                signer.apply(secret).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }
}
