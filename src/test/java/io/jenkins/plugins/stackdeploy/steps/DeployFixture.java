package io.jenkins.plugins.stackdeploy.steps;

import io.jenkins.plugins.stackdeploy.localcloud.LocalRos;
import java.io.IOException;
import java.nio.file.Path;

/** A Jenkins with a connection called {@code local} to a ROS of its own, and a repository with templates. */
final class DeployFixture extends JenkinsFixture {
    static final String SECRET = "S3cret-of-the-key-0123456789";
    static final String PASSWORD = "Correct-Horse-7-Battery";

    final LocalRos ros;
    private String moreConnections = "";

    DeployFixture(Path folder, double timeScale) throws IOException {
        this(
                folder,
                LocalRos.builder()
                        .timeScale(timeScale)
                        .account("AK1", SECRET, "1234567890123456")
                        .account("READER", SECRET, "1234567890123456", "CreateStack", "UpdateStack", "DeleteStack")
                        .start());
    }

    DeployFixture(Path folder, LocalRos ros) throws IOException {
        super(folder);
        this.ros = ros;
        start();
    }

    @Override
    String configuration() {
        return """
                credentials:
                  system:
                    domainCredentials:
                      - credentials:
                          - usernamePassword: {scope: GLOBAL, id: ros, username: AK1, password: %1$s}
                          - usernamePassword: {scope: GLOBAL, id: reader, username: READER, password: %1$s}
                          - usernamePassword: {scope: GLOBAL, id: wrong, username: AK1, password: not-%1$s}
                          - string: {scope: GLOBAL, id: db-password, secret: %2$s}
                unclassified:
                  stackDeploy:
                    connections:
                """.formatted(SECRET, PASSWORD)
                + connection("local", "ros", "http://" + ros.endpoint())
                + connection("readonly", "reader", "http://" + ros.endpoint())
                + connection("wrong-secret", "wrong", "http://" + ros.endpoint())
                + moreConnections;
    }

    private static String connection(String name, String credentialsId, String endpoint) {
        return """
                      - alibaba:
                          name: %s
                          credentialsId: %s
                          region: cn-hangzhou
                          endpoint: %s
                          stsEndpoint: %3$s
                          callsPerMinute: 6000
                """.formatted(name, credentialsId, endpoint);
    }

    /** Starts Jenkins anew with one more connection. */
    void addConnection(String name, String endpoint) throws IOException {
        moreConnections += connection(name, "ros", endpoint);
        restart();
    }

    @Override
    void closeCloud() {
        ros.close();
    }
}
