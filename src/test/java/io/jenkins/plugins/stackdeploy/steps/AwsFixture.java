package io.jenkins.plugins.stackdeploy.steps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The settings of a Jenkins with connections to an AWS of its own. */
final class AwsFixture {
    static final String SECRET = "S3cret-of-the-key-0123456789";
    static final String PASSWORD = "Correct-Horse-7-Battery";

    private AwsFixture() {}

    /**
     * Writes the settings.
     *
     * @param folder where
     * @param endpoint where CloudFormation, STS and S3 are called
     * @return the file
     */
    static Path configuration(Path folder, String endpoint) throws IOException {
        return Files.writeString(folder.resolve("aws.yaml"), """
                credentials:
                  system:
                    domainCredentials:
                      - credentials:
                          - usernamePassword: {scope: GLOBAL, id: aws-key, username: AKIAADMIN, password: %1$s}
                          - string: {scope: GLOBAL, id: db-password, secret: %2$s}
                """.formatted(SECRET, PASSWORD, endpoint));
    }
}
