package io.jenkins.plugins.stackdeploy.cloudformation;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;

/** The SDK's clients for one account, in use by anybody with equal settings. Their connections
 * are those of other sessions too. Clients that are rarely needed are made late. */
final class AwsSession implements AutoCloseable {
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private final AwsSettings settings;
    private final HttpPools pools;
    private final Duration answer;
    private final SdkClients clients;
    private final AssumedRole role;
    private final AwsCredentialsProvider credentials;
    private final CloudFormationClient cloudFormation;
    private final Map<String, S3Client> s3ByRegion = new HashMap<>();
    private StsClient sts;

    /** A session over one of these pools, which it leaves when it is closed. */
    AwsSession(AwsSettings settings, HttpPools pools) {
        this(settings, pools, ANSWER);
    }

    /** A session that waits so long for an answer. */
    AwsSession(AwsSettings settings, HttpPools pools, Duration answer) {
        this.settings = settings;
        this.pools = pools;
        this.answer = answer;
        this.clients = new SdkClients(settings.endpoints(), pools.take(settings.proxy(), answer));
        AwsCredentialsProvider own = settings.identity().provider();
        this.role = settings.role() == null
                ? null
                : new AssumedRole(clients.sts(settings.region(), own), settings.role(), true);
        this.credentials = role == null ? own : role;
        this.cloudFormation = clients.cloudFormation(settings.region(), credentials);
    }

    AwsSettings settings() {
        return settings;
    }

    /** What calls are signed with. */
    AwsCredentialsProvider credentials() {
        return credentials;
    }

    CloudFormationClient cloudFormation() {
        return cloudFormation;
    }

    synchronized StsClient sts() {
        if (sts == null) {
            sts = clients.sts(settings.region(), credentials);
        }
        return sts;
    }

    synchronized S3Client s3(String region) {
        return s3ByRegion.computeIfAbsent(region, any -> clients.s3(region, credentials));
    }

    /** A client for stacks elsewhere, to be closed. */
    CloudFormationClient cloudFormation(String region, AwsCredentialsProvider as) {
        return clients.cloudFormation(region, as);
    }

    @Override
    public synchronized void close() {
        cloudFormation.close();
        s3ByRegion.values().forEach(S3Client::close);
        if (sts != null) {
            sts.close();
        }
        if (role != null) {
            role.close();
        }
        pools.leave(settings.proxy(), answer);
    }
}
