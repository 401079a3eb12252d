package io.jenkins.plugins.stackdeploy.cloudformation;

import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;

/**
 * A role taken on through STS AssumeRole when it is first needed; its key is renewed five minutes before it ends, however
 * long a deployment takes. Not closeable to the SDK, whose clients would close what they share.
 */
final class AssumedRole implements AwsCredentialsProvider {
    private static final int SECONDS = 3600;

    private final StsClient sts;
    private final boolean ownsSts;
    private final StsAssumeRoleCredentialsProvider provider;

    /**
     * A role.
     *
     * @param sts calls STS as the one who takes the role on
     * @param role the role
     * @param ownsSts whether to close the client as well
     */
    AssumedRole(StsClient sts, AwsRole role, boolean ownsSts) {
        this.sts = sts;
        this.ownsSts = ownsSts;
        this.provider = StsAssumeRoleCredentialsProvider.builder()
                .stsClient(sts)
                .refreshRequest(request -> request.roleArn(role.arn())
                        .externalId(role.externalId())
                        .roleSessionName(role.sessionName())
                        .durationSeconds(SECONDS))
                .build();
    }

    @Override
    public AwsCredentials resolveCredentials() {
        return provider.resolveCredentials();
    }

    void close() {
        provider.close();
        if (ownsSts) {
            sts.close();
        }
    }
}
