package io.jenkins.plugins.stackdeploy.embedded;

import io.jenkins.plugins.stackdeploy.localcloud.LocalRos;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** The local clouds of the demo, and the settings that point at them. A minute there is a second here. */
final class DemoClouds implements AutoCloseable {
    private static final int TIME_SCALE = 60;
    private static final String ACCOUNT = "1234567890123456";
    private static final String KEY = "LocalAccessKey";
    private static final String SECRET = "local-access-key-secret";

    private final LocalRos ros;

    private DemoClouds(LocalRos ros) {
        this.ros = ros;
    }

    /**
     * Starts the clouds, or goes on with those of an earlier process.
     *
     * @param home where they keep what they have; a kill loses nothing
     * @param rosPort the port of ROS; 0 for any
     */
    static DemoClouds start(Path home, int rosPort) throws IOException {
        return new DemoClouds(LocalRos.builder()
                .port(rosPort)
                .timeScale(TIME_SCALE)
                .stateDir(folder(home))
                .account(KEY, SECRET, ACCOUNT)
                .role("acs:ram::" + ACCOUNT + ":role/deployer")
                .start());
    }

    /** Marks a home as one with clouds of its own, before anything else is written there: a kill may come at any time. */
    static void prepare(Path home) throws IOException {
        Files.createDirectories(folder(home));
    }

    /** Whether an earlier process had clouds here. */
    static boolean existIn(Path home) {
        return Files.isDirectory(folder(home));
    }

    private static Path folder(Path home) {
        return home.resolve("clouds").resolve("ros");
    }

    /**
     * Writes settings with a connection named demo and the secrets of the showcase.
     *
     * @return the file
     */
    Path writeSettings(Path home) throws IOException {
        Files.createDirectories(home);
        return Files.writeString(
                home.resolve("clouds").resolve("settings.yaml"), """
                credentials:
                  system:
                    domainCredentials:
                      - credentials:
                          - usernamePassword: {scope: GLOBAL, id: demo-access-key, username: %s, password: %s}
                          - string: {scope: GLOBAL, id: wordpress-db-password, secret: Showcase_Pass1}
                unclassified:
                  stackDeploy:
                    connections:
                      - alibaba:
                          name: demo
                          credentialsId: demo-access-key
                          region: cn-hangzhou
                          endpoint: http://%s
                          stsEndpoint: http://%3$s
                          callsPerMinute: 6000
                """.formatted(KEY, SECRET, ros.endpoint()));
    }

    /** Tells how to use the clouds and lets them run until the process is stopped. */
    void serve(PrintStream out) throws InterruptedException {
        out.println("ROS and STS   http://" + ros.endpoint());
        out.println("AccessKey     " + KEY);
        out.println("Secret        " + SECRET);
        out.println("Account       " + ACCOUNT + ", role acs:ram::" + ACCOUNT + ":role/deployer");
        out.println("Requests      http://" + ros.endpoint() + "/_local/requests");
        out.println("A minute there is a second here. Ctrl-C stops.");
        new CountDownLatch(1).await();
    }

    @Override
    public void close() {
        ros.close();
    }
}
