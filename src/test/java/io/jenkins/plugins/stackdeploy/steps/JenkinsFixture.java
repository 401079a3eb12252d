package io.jenkins.plugins.stackdeploy.steps;

import static org.awaitility.Awaitility.await;

import hudson.model.Result;
import hudson.tasks.Builder;
import io.jenkins.plugins.stackdeploy.approval.GateService;
import io.jenkins.plugins.stackdeploy.embedded.EmbeddedJenkins;
import io.jenkins.plugins.stackdeploy.embedded.FreestyleRun;
import io.jenkins.plugins.stackdeploy.embedded.PipelineRun;
import io.jenkins.plugins.stackdeploy.engine.QuickTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A Jenkins with settings, and a repository with templates. */
abstract class JenkinsFixture implements AutoCloseable {
    /** How fast time passes for deployments, so that tests need not wait out the pauses between looks. */
    static final int TIMES = 10;

    static final Duration LIMIT = Duration.ofSeconds(90);

    final Path repository;
    private final Path home;
    EmbeddedJenkins jenkins;

    JenkinsFixture(Path folder) throws IOException {
        this.repository = Files.createDirectories(folder.resolve("repository"));
        this.home = folder.resolve("home");
    }

    /** How a Pipeline ended and what it printed. */
    record Ended(Result result, String log) {}

    /** The settings, in the form of Configuration as Code. */
    abstract String configuration();

    final void start() throws IOException {
        Path config = Files.writeString(repository.resolveSibling("jenkins.yaml"), configuration());
        QuickTime time = new QuickTime(TIMES);
        DeployService.start(time, time.watcher());
        jenkins = EmbeddedJenkins.start(home, config);
    }

    /** Starts Jenkins anew with the settings of now. */
    final void restart() throws IOException {
        jenkins.close();
        start();
    }

    /** Ends this Jenkins as kill -9 does and starts another on the same home, which goes on with what was running. */
    PipelineRun killAndResume(String name) throws IOException {
        jenkins.kill();
        DeployService.shutDown();
        GateService.shutDown();
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

    FreestyleRun beginFreestyle(String name, Builder... steps) throws IOException {
        return jenkins.createFreestyle(name, List.of(steps), repository).schedule(Map.of(), "alice");
    }

    Ended run(String script) throws IOException, InterruptedException {
        return run(script, Map.of());
    }

    Ended run(String script, Map<String, ?> parameters) throws IOException, InterruptedException {
        PipelineRun run = begin("p", script, parameters);
        Result result = run.awaitResult(LIMIT);
        return new Ended(result, run.getLog());
    }

    /** Runs a Pipeline that would go on trying for long, and stops it as soon as its log has this text. */
    Ended stopOnce(String logged, String script) throws IOException, InterruptedException {
        PipelineRun run = begin("p", script, Map.of());
        await().atMost(LIMIT).until(() -> !run.isBuilding() || run.getLog().contains(logged));
        run.abort("bob");
        Result result = run.awaitResult(LIMIT);
        return new Ended(result, run.getLog());
    }

    /** Ends the cloud that deployments talk to. */
    abstract void closeCloud();

    @Override
    public final void close() {
        jenkins.close();
        closeCloud();
        awaitThreads();
    }

    /** Threads that still end their last line must not write into folders that are being deleted. */
    private static void awaitThreads() {
        await().atMost(LIMIT).until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("stack-deploy-")));
    }
}
