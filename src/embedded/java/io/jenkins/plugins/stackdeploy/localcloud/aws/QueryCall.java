package io.jenkins.plugins.stackdeploy.localcloud.aws;

import java.time.Instant;

/**
 * A call of a Query service.
 *
 * @param aws who calls, when and for which region
 * @param parameters what was sent
 */
public record QueryCall(AwsCall aws, QueryParameters parameters) {
    /** Returns the moment, which does not move while the call is carried out. */
    public Instant now() {
        return aws.now();
    }

    /** Returns the caller's account id, 12 digits. */
    public String accountId() {
        return aws.accountId();
    }

    /** Returns the region that the call was signed for. */
    public String region() {
        return aws.region();
    }
}
