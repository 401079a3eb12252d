package io.jenkins.plugins.stackdeploy.bench;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;

/** The vendor's client with the vendor's settings, retries included. */
final class AwsClients {
    static final Region REGION = Region.EU_WEST_1;

    private AwsClients() {}

    static CloudFormationClient of(URI endpoint, Keys keys) {
        return CloudFormationClient.builder()
                .endpointOverride(endpoint)
                .region(REGION)
                .httpClientBuilder(ApacheHttpClient.builder())
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(keys.id(), Keys.SECRET)))
                .build();
    }
}
