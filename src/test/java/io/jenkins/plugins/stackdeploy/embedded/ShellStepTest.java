package io.jenkins.plugins.stackdeploy.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellStepTest {
    @TempDir
    Path home;

    @Test
    void outputStatusAndFailureComeBack() throws Exception {
        Pipelines.Ended ended = Pipelines.run(home, """
                node {
                    withEnv(['GREETING=hi']) { sh 'echo "$GREETING from $(basename "$PWD")"' }
                    echo "out: ${sh(script: 'echo captured', returnStdout: true).trim()}"
                    echo "status: ${sh(script: 'exit 3', returnStatus: true)}"
                    sh 'exit 4'
                }
                """);

        assertThat(ended.output())
                .contains("hi from p", "out: captured", "status: 3", "ERROR: script returned exit code 4");
        assertThat(ended.result()).isEqualTo(Result.FAILURE);
    }

    @Test
    void abortStopsTheCommand() throws Exception {
        try (EmbeddedJenkins jenkins = EmbeddedJenkins.start(home, null)) {
            PipelineRun run = jenkins.createPipeline("p", "node { sh 'touch started; sleep 100; touch ended' }", null)
                    .schedule(Map.of(), "alice");
            Awaitility.await().until(() -> Files.exists(home.resolve("workspace/p/started")));
            run.abort("bob");

            assertThat(run.awaitResult(Pipelines.LIMIT)).isEqualTo(Result.ABORTED);
            assertThat(run.getLog()).contains("Aborted by bob");
        }
    }

    @Test
    void commandThatWasRunningWhenTheProcessDiedFailsTheBuild() throws Exception {
        EmbeddedJenkins first = EmbeddedJenkins.start(home, null);
        first.createPipeline("p", "node { sh 'touch started; sleep 2' }", null).schedule(Map.of(), "alice");
        Awaitility.await().until(() -> Files.exists(home.resolve("workspace/p/started")));
        first.kill();

        try (EmbeddedJenkins second = EmbeddedJenkins.resume(home)) {
            PipelineRun resumed = second.pipeline("p").getBuildByNumber(1);

            assertThat(resumed.awaitResult(Pipelines.LIMIT)).isEqualTo(Result.FAILURE);
            assertThat(resumed.getLog()).contains("cannot be resumed after a controller restart");
        }
    }
}
