package io.jenkins.plugins.stackdeploy.credentials;

import java.util.List;
import java.util.Map;

/** The AWS SDK, which comes from plugins that need not be installed. */
final class AwsSdk {
    /** A class of each plugin. */
    private static final Map<String, String> PLUGINS = Map.of(
            "aws-java-sdk2-core", "software.amazon.awssdk.services.sts.StsClient",
            "aws-java-sdk2-cloudformation", "software.amazon.awssdk.services.cloudformation.CloudFormationClient",
            "aws-java-sdk2-s3", "software.amazon.awssdk.services.s3.S3Client");

    private AwsSdk() {}

    /**
     * The plugins that are missing. While there are any, no class may be used that mentions the SDK.
     *
     * @return their ids, none when all are installed
     */
    static List<String> missingPlugins() {
        return PLUGINS.entrySet().stream()
                .filter(plugin -> !OptionalClass.isThere(plugin.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
