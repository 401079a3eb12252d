package io.jenkins.plugins.stackdeploy.approval;

import static org.awaitility.Awaitility.await;

import hudson.model.BooleanParameterDefinition;
import hudson.model.FreeStyleBuild;
import hudson.model.ParametersDefinitionProperty;
import hudson.model.Run;
import hudson.model.StringParameterDefinition;
import hudson.security.AuthorizationStrategy;
import hudson.tasks.Builder;
import io.jenkins.plugins.stackdeploy.embedded.EmbeddedJenkins;
import io.jenkins.plugins.stackdeploy.embedded.FreestyleJob;
import io.jenkins.plugins.stackdeploy.embedded.FreestyleRun;
import io.jenkins.plugins.stackdeploy.report.BuildIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Jenkins with a job {@code up} that has a gate after its builds, and a job {@code down} that the gate starts. */
final class PostBuildFixture implements AutoCloseable {
    private final Path home;
    private final PostBuildGate gate;
    private final List<? extends Builder> steps;
    private volatile Instant now = Instant.parse("2026-11-22T08:00:00Z");
    private GateService service;
    EmbeddedJenkins jenkins;

    PostBuildFixture(Path home, PostBuildGate gate, Builder... steps) throws IOException {
        this.home = home;
        this.gate = gate;
        this.steps = List.of(steps);
        start();
    }

    /** What a test changes for itself. */
    static ManualGateStep step() {
        ManualGateStep step = new ManualGateStep("release");
        step.setApprovers("@ops");
        return step;
    }

    private void start() throws IOException {
        Path sources = Files.createDirectories(home.resolveSibling("sources"));
        service = GateService.start(() -> now);
        jenkins = EmbeddedJenkins.builder(home)
                .freestyle("up", steps, List.of(gate), sources)
                .freestyle(
                        "down",
                        List.of(),
                        List.of(),
                        sources,
                        new ParametersDefinitionProperty(
                                new StringParameterDefinition("VERSION", "none"),
                                new StringParameterDefinition("TICKET", "none"),
                                new StringParameterDefinition("UNTOUCHED", "as it was"),
                                new StringParameterDefinition("SECRET", "none"),
                                new BooleanParameterDefinition("FAST", false, null)))
                .start();
        jenkins.addUser("alice", "Alice A", "dev");
        jenkins.addUser("bob", "Bob B", "ops");
        jenkins.addUser("carol", "Carol C", "ops");
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    FreestyleJob up() {
        return jenkins.freestyle("up");
    }

    FreestyleJob down() {
        return jenkins.freestyle("down");
    }

    void authorize(AuthorizationStrategy strategy) {
        jenkins.jenkins().setAuthorizationStrategy(strategy);
    }

    /** A build that is over. */
    FreestyleRun build(Map<String, ?> parameters) throws Exception {
        FreestyleRun run = up().schedule(parameters, "alice");
        run.awaitResult(GateFixture.LIMIT);
        return run;
    }

    /** The first build after a restart. */
    FreeStyleBuild first() {
        return up().getBuildByNumber(1);
    }

    static GateResource gate(Run<?, ?> run) {
        return run.getAction(GatesAction.class).getGates().get(0);
    }

    static void approve(Run<?, ?> run) throws Exception {
        GateFixture.approve(gate(run), "bob");
    }

    /** The only build that was started; nothing is left to be done. */
    FreestyleRun started() throws Exception {
        awaitNothingOpen();
        FreestyleRun run = (FreestyleRun) down().getLastBuild();
        run.awaitResult(GateFixture.LIMIT);
        return run;
    }

    void awaitNothingOpen() {
        await().pollInterval(Duration.ofMillis(10)).atMost(GateFixture.LIMIT).until(() -> index().all()
                .isEmpty());
    }

    BuildIndex index() {
        return PostBuildWait.index();
    }

    int builds() {
        return down().getNextBuildNumber() - 1;
    }

    /** What the page of the build says about its gate. */
    static List<String> summary(Run<?, ?> run) throws IOException {
        return run.getAction(PostBuildGateAction.class).getLines();
    }

    /** What happened at the gate after the build. */
    static List<String> notes(Run<?, ?> run) throws IOException {
        try (Stream<Path> keys = Files.list(run.getRootDir().toPath().resolve("stack-deploy-gates"))) {
            return GateNotes.shown(
                    run, keys.findFirst().orElseThrow().getFileName().toString());
        }
    }

    /** Ends this Jenkins as kill -9 does: what waits in the queue is lost. */
    void kill() throws InterruptedException {
        jenkins.kill();
        GateService.shutDown();
        service.threads().awaitTermination(GateFixture.LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    void killAndStart() throws Exception {
        kill();
        start();
    }

    void restart() throws IOException {
        jenkins.close();
        GateService.shutDown();
        start();
    }

    void begin() throws IOException {
        start();
    }

    @Override
    public void close() {
        jenkins.close();
        GateService.shutDown();
    }
}
