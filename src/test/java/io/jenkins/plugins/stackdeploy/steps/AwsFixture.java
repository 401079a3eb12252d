package io.jenkins.plugins.stackdeploy.steps;

import io.jenkins.plugins.stackdeploy.localcloud.LocalAws;
import io.jenkins.plugins.stackdeploy.localcloud.LocalAwsBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A Jenkins with connections to an AWS of its own, and a repository with templates. */
final class AwsFixture extends JenkinsFixture {
    static final String SECRET = "S3cret-of-the-key-0123456789";
    static final String PASSWORD = "Correct-Horse-7-Battery";
    static final String ADMINISTRATOR = "999988887777";

    final LocalAws aws;
    private String moreConnections = "";

    AwsFixture(Path folder, double timeScale) throws IOException {
        this(folder, LocalAws.builder().timeScale(timeScale));
    }

    AwsFixture(Path folder, LocalAwsBuilder builder) throws IOException {
        super(folder);
        aws = builder.account("AKIAADMIN", SECRET, ADMINISTRATOR)
                .account("AKIAREADER", SECRET, ADMINISTRATOR, "CreateStackSet", "CreateStackInstances")
                .start();
        start();
    }

    @Override
    String configuration() {
        return configuration(aws.endpoint().toString()) + moreConnections;
    }

    /** Starts Jenkins anew with one more connection. */
    void addConnection(String name, String endpoint) throws IOException {
        moreConnections += connection(name, "aws-key", endpoint);
        restart();
    }

    private static String configuration(String endpoint) {
        return """
                credentials:
                  system:
                    domainCredentials:
                      - credentials:
                          - usernamePassword: {scope: GLOBAL, id: aws-key, username: AKIAADMIN, password: %1$s}
                          - usernamePassword: {scope: GLOBAL, id: aws-wrong, username: AKIAADMIN, password: not-%1$s}
                          - usernamePassword: {scope: GLOBAL, id: aws-reader, username: AKIAREADER, password: %1$s}
                          - string: {scope: GLOBAL, id: db-password, secret: %2$s}
                unclassified:
                  stackDeploy:
                    connections:
                """.formatted(SECRET, PASSWORD)
                + connection("aws", "aws-key", endpoint)
                + connection("readonly", "aws-reader", endpoint)
                + connection("wrong-secret", "aws-wrong", endpoint);
    }

    private static String connection(String name, String credentialsId, String endpoint) {
        return """
                      - aws:
                          name: %s
                          credentialsId: %s
                          region: us-east-1
                          endpoint: %s
                          stsEndpoint: %3$s
                          s3Endpoint: %3$s
                          callsPerMinute: 60000
                """.formatted(name, credentialsId, endpoint);
    }

    /**
     * Writes the settings for a Jenkins that calls nothing.
     *
     * @param folder where
     * @return the file
     */
    static Path unconnected(Path folder) throws IOException {
        return Files.writeString(folder.resolve("aws.yaml"), configuration("http://127.0.0.1:9"));
    }

    @Override
    void closeCloud() {
        aws.close();
    }
}
