package io.jenkins.plugins.stackdeploy.cloudformation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;

/**
 * A role taken on through STS AssumeRole when it is first needed; its key is renewed five minutes before it ends, however
 * long a deployment takes. Not closeable to the SDK, whose clients would close what they share.
 */
final class AssumedRole implements RenewableCredentials {
    private static final int SECONDS = 3600;
    private static final Duration NEW = Duration.ofMinutes(1);

    private final StsClient sts;
    private final AwsRole role;
    private final boolean ownsSts;
    private final InstantSource clock;
    private StsAssumeRoleCredentialsProvider provider;
    private AwsCredentials given;
    private Instant givenSince;

    /**
     * A role.
     *
     * @param sts calls STS as the one who takes the role on
     * @param role the role
     * @param ownsSts whether to close the client as well
     */
    AssumedRole(StsClient sts, AwsRole role, boolean ownsSts) {
        this(sts, role, ownsSts, InstantSource.system());
    }

    /** A role whose key is new or old by a clock. */
    AssumedRole(StsClient sts, AwsRole role, boolean ownsSts, InstantSource clock) {
        this.sts = sts;
        this.role = role;
        this.ownsSts = ownsSts;
        this.clock = clock;
        this.provider = provider();
    }

    private StsAssumeRoleCredentialsProvider provider() {
        return StsAssumeRoleCredentialsProvider.builder()
                .stsClient(sts)
                .refreshRequest(request -> request.roleArn(role.arn())
                        .externalId(role.externalId())
                        .roleSessionName(role.sessionName())
                        .durationSeconds(SECONDS))
                .build();
    }

    @Override
    public synchronized AwsCredentials resolveCredentials() {
        AwsCredentials current = provider.resolveCredentials();
        if (!current.equals(given)) {
            given = current;
            givenSince = clock.instant();
        }
        return current;
    }

    @Override
    public synchronized boolean renew(AwsCredentials ended) {
        if (!ended.equals(given)) {
            // Another deployment was refused the same and has seen to others.
            return true;
        }
        // What was refused while it was new will be refused again: that is no matter of time.
        boolean old = clock.instant().isAfter(givenSince.plus(NEW));
        provider.close();
        provider = provider();
        given = null;
        return old;
    }

    synchronized void close() {
        provider.close();
        if (ownsSts) {
            sts.close();
        }
    }
}
