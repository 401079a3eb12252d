package io.jenkins.plugins.stackdeploy.cloudformation;

import java.net.URI;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * Makes the SDK's clients, all alike: over one connection pool, with the SDK's own retries of throttling, server faults and
 * broken connections kept few, so that the call budgets hear of throttling soon.
 */
final class SdkClients {
    private static final int ATTEMPTS = 3;

    private final SdkHttpClient http;
    private final AwsEndpoints endpoints;
    private final ClientOverrideConfiguration behaviour;
    private final ClientOverrideConfiguration behaviourOfQueries;

    /**
     * A maker of clients, which are to be closed by whoever asks for them and leave the pool open.
     *
     * @param endpoints where to call
     * @param pool the connections of all clients
     */
    SdkClients(AwsEndpoints endpoints, HttpPool pool) {
        this.endpoints = endpoints;
        this.http = pool.http();
        this.behaviour = ClientOverrideConfiguration.builder()
                .apiCallAttemptTimeout(pool.answer())
                .scheduledExecutorService(pool.timer())
                .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .maxAttempts(ATTEMPTS)
                        .build())
                .putAdvancedOption(SdkAdvancedClientOption.USER_AGENT_PREFIX, "Jenkins-Stack-Deploy")
                .build();
        this.behaviourOfQueries = behaviour.copy(change -> change.addExecutionInterceptor(new OnlyAws()));
    }

    CloudFormationClient cloudFormation(String region, AwsCredentialsProvider credentials) {
        return built(() -> with(CloudFormationClient.builder(), region, credentials, endpoints.cloudFormation())
                .overrideConfiguration(behaviourOfQueries)
                .build());
    }

    StsClient sts(String region, AwsCredentialsProvider credentials) {
        return built(() -> with(StsClient.builder(), region, credentials, endpoints.sts())
                .overrideConfiguration(behaviourOfQueries)
                .build());
    }

    S3Client s3(String region, AwsCredentialsProvider credentials) {
        return built(() -> with(S3Client.builder(), region, credentials, endpoints.s3())
                .overrideConfiguration(behaviour)
                .forcePathStyle(endpoints.s3() != null)
                .build());
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B with(
            B builder, String region, AwsCredentialsProvider credentials, URI endpoint) {
        return builder.httpClient(http)
                .region(Region.of(region))
                .credentialsProvider(credentials)
                .endpointOverride(endpoint);
    }

    /**
     * The SDK finds parts of itself through the context class loader, which in Jenkins is any plugin's; this plugin's sees
     * all modules of the SDK.
     */
    private static <T> T built(Supplier<T> build) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(SdkClients.class.getClassLoader());
        try {
            return build.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
