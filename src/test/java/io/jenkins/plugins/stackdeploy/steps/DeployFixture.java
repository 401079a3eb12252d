package io.jenkins.plugins.stackdeploy.steps;

import hudson.model.Result;
import io.jenkins.plugins.stackdeploy.embedded.EmbeddedJenkins;
import io.jenkins.plugins.stackdeploy.embedded.PipelineRun;
import io.jenkins.plugins.stackdeploy.localcloud.LocalRos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A Jenkins with a connection called {@code local} to a ROS of its own, and a repository with templates. */
final class DeployFixture implements AutoCloseable {
    static final Duration LIMIT = Duration.ofSeconds(90);
    static final String SECRET = "S3cret-of-the-key-0123456789";
    static final String PASSWORD = "Correct-Horse-7-Battery";

    final LocalRos ros;
    final Path repository;
    private final Path home;
    EmbeddedJenkins jenkins;
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
        this.ros = ros;
        this.repository = Files.createDirectories(folder.resolve("repository"));
        this.home = folder.resolve("home");
        start();
    }

    /** How a Pipeline ended and what it printed. */
    record Ended(Result result, String log) {}

    private void start() throws IOException {
        Path config = Files.writeString(
                repository.resolveSibling("jenkins.yaml"),
                """
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
                        + moreConnections);
        jenkins = EmbeddedJenkins.start(home, config);
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
        jenkins.close();
        start();
    }

    /** Ends this Jenkins as kill -9 does and starts another on the same home, which goes on with what was running. */
    PipelineRun killAndResume(String name) throws IOException {
        jenkins.kill();
        DeployService.shutDown();
        start();
        return jenkins.pipeline(name).getLastBuild();
    }

    void file(String path, String text) throws IOException {
        Path file = repository.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    PipelineRun begin(String name, String script, Map<String, ?> parameters) throws IOException {
        return jenkins.createPipeline(name, script, repository).schedule(parameters, "alice");
    }

    Ended run(String script) throws IOException, InterruptedException {
        return run(script, Map.of());
    }

    Ended run(String script, Map<String, ?> parameters) throws IOException, InterruptedException {
        PipelineRun run = begin("p", script, parameters);
        Result result = run.awaitResult(LIMIT);
        return new Ended(result, run.getLog());
    }

    @Override
    public void close() {
        jenkins.close();
        ros.close();
    }
}
