package io.jenkins.plugins.stackdeploy.localcloud;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.sts.StsClient;

/** The vendor's clients, pointed at a local endpoint and without retries of their own. */
final class AwsClients {
    static final String KEY = "AKLOCAL";
    static final String SECRET = "local/secret+key";
    static final String ACCOUNT = "999988887777";

    private AwsClients() {}

    static CloudFormationClient cloudFormation(LocalAws aws) {
        return cloudFormation(aws, KEY, SECRET);
    }

    static CloudFormationClient cloudFormation(LocalAws aws, String key, String secret) {
        return configured(CloudFormationClient.builder(), aws, AwsBasicCredentials.create(key, secret))
                .build();
    }

    static CloudFormationClient cloudFormation(URI endpoint) {
        return configured(CloudFormationClient.builder(), endpoint, AwsBasicCredentials.create(KEY, SECRET))
                .build();
    }

    static StsClient sts(LocalAws aws, AwsCredentials credentials) {
        return configured(StsClient.builder(), aws, credentials).build();
    }

    static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B configured(
            B builder, LocalAws aws, AwsCredentials credentials) {
        return configured(builder, aws.endpoint(), credentials);
    }

    private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B configured(
            B builder, URI endpoint, AwsCredentials credentials) {
        return builder.endpointOverride(endpoint)
                .region(Region.EU_WEST_1)
                .httpClientBuilder(ApacheHttpClient.builder())
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .overrideConfiguration(c -> c.retryStrategy(AwsRetryStrategy.doNotRetry()));
    }
}
