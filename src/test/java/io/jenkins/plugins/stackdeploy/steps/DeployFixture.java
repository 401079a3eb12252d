package io.jenkins.plugins.stackdeploy.steps;

import com.cloudbees.plugins.credentials.Credentials;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.model.Descriptor;
import hudson.model.Result;
import hudson.util.Secret;
import io.jenkins.plugins.stackdeploy.credentials.AlibabaConnection;
import io.jenkins.plugins.stackdeploy.credentials.StackDeployConfiguration;
import io.jenkins.plugins.stackdeploy.embedded.EmbeddedJenkins;
import io.jenkins.plugins.stackdeploy.embedded.PipelineRun;
import io.jenkins.plugins.stackdeploy.embedded.config.SystemCredentials;
import io.jenkins.plugins.stackdeploy.localcloud.LocalRos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;

/** A Jenkins with a connection called {@code local} to a ROS of its own, and a repository with templates. */
final class DeployFixture implements AutoCloseable {
    static final Duration LIMIT = Duration.ofSeconds(90);
    static final String SECRET = "S3cret-of-the-key-0123456789";
    static final String PASSWORD = "Correct-Horse-7-Battery";

    final LocalRos ros;
    final Path repository;
    private final Path home;
    EmbeddedJenkins jenkins;

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
        jenkins = EmbeddedJenkins.start(home, null);
        configure();
    }

    void configure() throws IOException {
        try {
            credentials();
        } catch (Descriptor.FormException odd) {
            throw new IOException(odd);
        }
        StackDeployConfiguration.get()
                .setConnections(List.of(
                        connection("local", "ros"),
                        connection("readonly", "reader"),
                        connection("wrong-secret", "wrong")));
    }

    private static void credentials() throws Descriptor.FormException {
        add(new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, "ros", "", "AK1", SECRET));
        add(new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, "reader", "", "READER", SECRET));
        add(new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, "wrong", "", "AK1", "not-" + SECRET));
        add(new StringCredentialsImpl(CredentialsScope.GLOBAL, "db-password", "", Secret.fromString(PASSWORD)));
    }

    AlibabaConnection connection(String name, String credentialsId) {
        AlibabaConnection connection = new AlibabaConnection(name, credentialsId, "cn-hangzhou");
        connection.setEndpoint("http://" + ros.endpoint());
        connection.setStsEndpoint("http://" + ros.endpoint());
        connection.setCallsPerMinute(6_000);
        return connection;
    }

    static void add(Credentials credentials) {
        Jenkins.get().getExtensionList(CredentialsProvider.class).stream()
                .filter(SystemCredentials.class::isInstance)
                .map(SystemCredentials.class::cast)
                .findFirst()
                .orElseThrow()
                .add(credentials);
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
