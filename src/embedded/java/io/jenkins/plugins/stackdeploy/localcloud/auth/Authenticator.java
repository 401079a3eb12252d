package io.jenkins.plugins.stackdeploy.localcloud.auth;

import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import io.jenkins.plugins.stackdeploy.localcloud.wire.WireRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Decides whether a request was signed by a key that the cloud knows, recently and for the first time. */
public final class Authenticator {
    /** A request signed longer ago, or further in the future, is refused (common error table of the RPC gateway). */
    static final Duration MAX_SKEW = Duration.ofMinutes(15);

    private final KeyRing keys;
    private final Clock clock;
    private final NonceMemory nonces = new NonceMemory();

    /**
     * @param keys the known keys
     * @param clock the cloud's clock; signing times are compared to the real time, because clients sign with that
     */
    public Authenticator(KeyRing keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Verifies the signature of either version.
     *
     * @return the key that signed the request
     * @throws ApiError with the code of the first check that fails
     */
    public Credential authenticate(WireRequest request) {
        Claim claim = claim(request);
        Instant now = Instant.now();
        if (Duration.between(claim.timestamp(), now).abs().compareTo(MAX_SKEW) > 0) {
            throw new ApiError(
                    400,
                    "InvalidTimeStamp.Expired",
                    "Specified time stamp or date value is expired: " + claim.timestamp());
        }
        Credential credential = keys.find(claim.accessKeyId())
                .orElseThrow(() -> new ApiError(
                        404, "InvalidAccessKeyId.NotFound", "Specified access key is not found or invalid."));
        checkToken(claim, credential);
        if (!claim.signedWith(credential.secret())) {
            // A known client splits this message at the colon and shows what follows.
            throw new ApiError(
                    400,
                    "SignatureDoesNotMatch",
                    "Specified signature is not matched with our calculation. server string to sign is:"
                            + claim.stringToSign());
        }
        if (!nonces.firstUse(claim.accessKeyId(), claim.nonce(), now)) {
            throw new ApiError(400, "SignatureNonceUsed", "Specified signature nonce was used already.");
        }
        return credential;
    }

    private static Claim claim(WireRequest request) {
        if (Acs3Signature.appliesTo(request)) {
            return Acs3Signature.read(request);
        }
        if (RpcSignature.appliesTo(request)) {
            return RpcSignature.read(request);
        }
        throw new ApiError(400, "MissingAccessKeyId", "AccessKeyId is mandatory for this action.");
    }

    private void checkToken(Claim claim, Credential credential) {
        if (!credential.temporary()) {
            if (claim.securityToken() != null) {
                throw malformedToken();
            }
            return;
        }
        if (claim.securityToken() == null) {
            throw new ApiError(400, "MissingSecurityToken", "SecurityToken is mandatory for this action.");
        }
        if (!credential.securityToken().equals(claim.securityToken())) {
            throw malformedToken();
        }
        if (!clock.instant().isBefore(credential.expiresAt())) {
            throw new ApiError(400, "InvalidSecurityToken.Expired", "Specified SecurityToken is expired.");
        }
    }

    private static ApiError malformedToken() {
        return new ApiError(400, "InvalidSecurityToken.Malformed", "Specified SecurityToken is malformed.");
    }
}
