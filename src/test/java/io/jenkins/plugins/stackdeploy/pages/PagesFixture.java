package io.jenkins.plugins.stackdeploy.pages;

import static org.awaitility.Awaitility.await;

import hudson.model.Result;
import io.jenkins.plugins.stackdeploy.embedded.EmbeddedJenkins;
import io.jenkins.plugins.stackdeploy.embedded.PipelineRun;
import io.jenkins.plugins.stackdeploy.engine.Entry;
import io.jenkins.plugins.stackdeploy.engine.Masking;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.engine.Recorder;
import io.jenkins.plugins.stackdeploy.report.DeploymentFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** A build that waits, and deployments in it that go on as a test says. */
final class PagesFixture implements AutoCloseable {
    /** A few minutes ago, so that what goes on has lasted a while. */
    static final Instant START = Instant.now().minus(4, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.SECONDS);

    final EmbeddedJenkins jenkins;
    final PipelineRun run;
    private final String root;

    PagesFixture(Path home) throws IOException {
        jenkins = EmbeddedJenkins.start(home, null);
        root = jenkins.serve(0);
        run = jenkins.createPipeline("release", "input 'Go on?'", null).schedule(Map.of(), "alice");
        await().until(() -> !run.questions().isEmpty());
    }

    /** The address of the build, ending with a slash. */
    String url() {
        return root + run.getUrl();
    }

    String page() {
        return url() + "deployments/";
    }

    /** Something begins to deploy. */
    Recorder deployment(String id) throws IOException {
        DeploymentFiles files = new DeploymentFiles(run, id);
        files.saveRequest(Map.of());
        return files.recorder(Masking.NONE);
    }

    Recorder stack(String id, String name, int expected) throws IOException {
        Recorder recorder = deployment(id);
        recorder.record(new Entry.Begun(START, Entry.Target.ROS_STACK, name, "cn-hangzhou", expected));
        return recorder;
    }

    Recorder stackSet(String id, String name, int expected) throws IOException {
        Recorder recorder = deployment(id);
        recorder.record(new Entry.Begun(START, Entry.Target.STACK_SET, name, "us-east-1", expected));
        return recorder;
    }

    static Instant at(int seconds) {
        return START.plusSeconds(seconds);
    }

    static Entry resource(int seconds, String path, String type, String status, String reason) {
        return new Entry.Resource(at(seconds), path, type, status, reason);
    }

    static Entry ended(int seconds, Outcome.Kind kind, String message, Map<String, Object> facts) {
        return Entry.Ended.of(at(seconds), new Outcome(kind, message, facts));
    }

    /** The build goes on to its end. */
    Result finish() throws InterruptedException {
        run.questions().get(0).yes("alice");
        return run.awaitResult(Browser.LIMIT);
    }

    @Override
    public void close() {
        jenkins.close();
    }
}
