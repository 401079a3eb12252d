package io.jenkins.plugins.stackdeploy.cloudformation;

import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.apache.ProxyConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * Makes the SDK's clients, all alike: over one connection pool, with the SDK's own retries of throttling, server faults and
 * broken connections kept few, so that the call budgets hear of throttling soon.
 */
final class SdkClients {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final int ATTEMPTS = 3;

    private final SdkHttpClient http;
    private final AwsEndpoints endpoints;
    private final ClientOverrideConfiguration behaviour;
    private final ClientOverrideConfiguration behaviourOfQueries;

    /**
     * A maker of clients.
     *
     * @param endpoints where to call
     * @param proxy through what to call; null to leave it to the Java virtual machine's settings
     * @param answer how long an attempt waits for its answer
     */
    SdkClients(AwsEndpoints endpoints, AwsProxy proxy, Duration answer) {
        this(endpoints, connections(proxy, answer), answer);
    }

    /** A maker of clients over connections that it closes. */
    SdkClients(AwsEndpoints endpoints, SdkHttpClient http, Duration answer) {
        this.endpoints = endpoints;
        this.http = http;
        this.behaviour = ClientOverrideConfiguration.builder()
                .apiCallAttemptTimeout(answer)
                .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .maxAttempts(ATTEMPTS)
                        .build())
                .putAdvancedOption(SdkAdvancedClientOption.USER_AGENT_PREFIX, "Jenkins-Stack-Deploy")
                .build();
        this.behaviourOfQueries = behaviour.copy(change -> change.addExecutionInterceptor(new OnlyAws()));
    }

    private static SdkHttpClient connections(AwsProxy proxy, Duration answer) {
        ApacheHttpClient.Builder client =
                ApacheHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(answer);
        if (proxy != null) {
            client.proxyConfiguration(ProxyConfiguration.builder()
                    .endpoint(proxy.address())
                    .username(proxy.user())
                    .password(proxy.password())
                    .nonProxyHosts(proxy.direct())
                    .useSystemPropertyValues(false)
                    .useEnvironmentVariableValues(false)
                    .build());
        }
        return client.build();
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

    /** Closes the connections of all clients; the clients themselves are closed by whoever asked for them. */
    void close() {
        http.close();
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
