package io.jenkins.plugins.stackdeploy.localcloud.aws;

import io.jenkins.plugins.stackdeploy.localcloud.auth.Credential;
import io.jenkins.plugins.stackdeploy.localcloud.auth.Digests;
import io.jenkins.plugins.stackdeploy.localcloud.auth.KeyRing;
import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import io.jenkins.plugins.stackdeploy.localcloud.wire.WireRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** Decides whether a request was signed, recently, by a key that the cloud knows. */
public final class AwsAuthenticator {
    static final Duration MAX_SKEW = Duration.ofMinutes(15);
    private static final DateTimeFormatter DATE_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String UNSIGNED = "UNSIGNED-PAYLOAD";

    private final KeyRing keys;
    private final Clock clock;

    /**
     * @param keys the known keys
     * @param clock ends sessions; signing times are compared to the real time, because clients sign with that
     */
    public AwsAuthenticator(KeyRing keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Verifies key, time, signature and payload.
     *
     * @return who signed, and the body without its transfer encoding
     * @throws ApiError with the code of the first check that fails, in the words of S3 or of all others
     */
    Verified verify(WireRequest request, SigningScope scope) {
        boolean s3 = scope.service().equals("s3");
        Credential credential = keys.find(scope.accessKeyId()).orElseThrow(() -> unknownKey(s3));
        checkToken(request, credential, s3);
        String dateTime = request.header("x-amz-date").orElse("");
        if (!scope.signedHeaders().contains("host") || !scope.signedHeaders().contains("x-amz-date")) {
            throw AwsErrors.signatureMismatch(
                    "'Host' and 'X-Amz-Date' must be 'SignedHeader' in the AWS Authorization.");
        }
        checkTime(dateTime, scope, s3);
        SigV4 signer = new SigV4(scope, dateTime, credential.secret());
        String declared = request.header("x-amz-content-sha256").orElse(null);
        String actual = Digests.sha256Hex(request.body());
        String signed = declared == null ? actual : declared;
        if (!SigV4.same(signer.sign(signer.stringToSign(request, signed)), scope.signature())) {
            throw AwsErrors.signatureMismatch();
        }
        if (s3 && signed.startsWith("STREAMING-")) {
            boolean chunksSigned = signed.startsWith("STREAMING-" + SigningScope.ALGORITHM);
            AwsChunkedBody body = AwsChunkedBody.read(request.body(), chunksSigned ? signer : null, scope.signature());
            checkLength(request, body.content());
            return new Verified(credential, body.content(), body.trailers());
        }
        if (!signed.equals(actual) && !signed.equals(UNSIGNED)) {
            throw new ApiError(
                    400,
                    s3 ? "XAmzContentSHA256Mismatch" : "SignatureDoesNotMatch",
                    "The provided 'x-amz-content-sha256' header does not match what was computed.");
        }
        return new Verified(credential, request.body(), Map.of());
    }

    private void checkToken(WireRequest request, Credential credential, boolean s3) {
        String token = request.header("x-amz-security-token").orElse(null);
        if (credential.temporary() != (token != null)
                || token != null && !SigV4.same(token, credential.securityToken())) {
            throw s3
                    ? new ApiError(400, "InvalidToken", "The provided token is malformed or otherwise invalid.")
                    : unknownKey(false);
        }
        if (credential.temporary() && !clock.instant().isBefore(credential.expiresAt())) {
            throw s3
                    ? new ApiError(400, "ExpiredToken", "The provided token has expired.")
                    : new ApiError(403, "ExpiredToken", "The security token included in the request is expired");
        }
    }

    private static void checkTime(String dateTime, SigningScope scope, boolean s3) {
        Instant signedAt;
        try {
            signedAt = DATE_TIME.parse(dateTime, Instant::from);
        } catch (DateTimeException e) {
            throw new ApiError(
                    400, "IncompleteSignature", "Date must be in ISO-8601 'basic format'. Got '" + dateTime + "'.");
        }
        if (!dateTime.startsWith(scope.date())) {
            throw AwsErrors.signatureMismatch("Date in Credential scope does not match YYYYMMDD from X-Amz-Date.");
        }
        Instant now = Instant.now();
        if (Duration.between(signedAt, now).abs().compareTo(MAX_SKEW) > 0) {
            if (s3) {
                throw new ApiError(
                        403,
                        "RequestTimeTooSkewed",
                        "The difference between the request time and the current time is too large.");
            }
            boolean late = signedAt.isBefore(now);
            throw new ApiError(
                    403,
                    "SignatureDoesNotMatch",
                    (late ? "Signature expired: " : "Signature not yet current: ") + dateTime + " is "
                            + (late ? "now earlier" : "still later") + " than the time of the server (15 min.)");
        }
    }

    private static void checkLength(WireRequest request, byte[] content) {
        String declared = request.header("x-amz-decoded-content-length").orElse("");
        if (!declared.equals(String.valueOf(content.length))) {
            throw new ApiError(
                    400, "IncompleteBody", "The body has not the length of the header x-amz-decoded-content-length.");
        }
    }

    private static ApiError unknownKey(boolean s3) {
        return s3
                ? new ApiError(
                        403, "InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records.")
                : new ApiError(403, "InvalidClientTokenId", "The security token included in the request is invalid.");
    }

    /**
     * A request that can be believed.
     *
     * @param caller whose key signed it
     * @param payload the body without aws-chunked encoding
     * @param trailers headers that came behind the body, by lower-case name
     */
    record Verified(Credential caller, byte[] payload, Map<String, String> trailers) {}
}
