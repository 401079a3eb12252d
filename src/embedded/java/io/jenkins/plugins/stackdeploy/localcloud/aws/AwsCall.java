package io.jenkins.plugins.stackdeploy.localcloud.aws;

import io.jenkins.plugins.stackdeploy.localcloud.auth.Credential;
import io.jenkins.plugins.stackdeploy.localcloud.auth.Identity;
import io.jenkins.plugins.stackdeploy.localcloud.wire.WireRequest;
import java.time.Instant;
import java.util.Map;

/**
 * A call of a caller who is known and allowed, at a moment that does not move while it is carried out.
 *
 * @param request as it came
 * @param payload its body, without aws-chunked encoding
 * @param trailers headers that came behind the body, by lower-case name
 * @param action the name that {@link AwsService#action} gave it
 * @param credential whose key signed it
 * @param region the region that it was signed for
 * @param requestId id of this attempt
 * @param now the moment by the cloud's clock
 */
public record AwsCall(
        WireRequest request,
        byte[] payload,
        Map<String, String> trailers,
        String action,
        Credential credential,
        String region,
        String requestId,
        Instant now) {

    /** Returns who calls. */
    public Identity caller() {
        return credential.identity();
    }

    /** Returns the caller's account id, 12 digits. */
    public String accountId() {
        return caller().accountId();
    }
}
