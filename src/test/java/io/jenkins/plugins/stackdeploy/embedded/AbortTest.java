package io.jenkins.plugins.stackdeploy.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import java.nio.file.Path;
import java.util.Map;
import jenkins.model.InterruptedBuildAction;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AbortTest {
    @TempDir
    Path home;

    @Test
    void innermostStepsAreStoppedAndPostRuns() throws Exception {
        try (EmbeddedJenkins jenkins = EmbeddedJenkins.start(home, null)) {
            PipelineRun run = jenkins.createPipeline("p", """
                    pipeline {
                        agent any
                        stages {
                            stage('Wait') {
                                parallel {
                                    stage('L') { steps { input 'left' } }
                                    stage('R') { steps { input 'right' } }
                                }
                            }
                            stage('Never') { steps { echo 'never' } }
                        }
                        post { aborted { echo 'was aborted' } ; success { echo 'was fine' } }
                    }
                    """, null).schedule(Map.of(), "alice");
            Awaitility.await().until(() -> run.questions().size() == 2);
            run.abort("bob");

            assertThat(run.awaitResult(Pipelines.LIMIT)).as(run.getLog()).isEqualTo(Result.ABORTED);
            assertThat(run.getLog())
                    .contains(
                            "Failed in branch L",
                            "Failed in branch R",
                            "was aborted",
                            "Aborted by bob",
                            "Finished: ABORTED")
                    .doesNotContain("\nnever\n", "was fine");
            assertThat(run.getAction(InterruptedBuildAction.class).getCauses()).hasSize(1);
        }
    }

    @Test
    void scriptMaySeeTheInterruption() throws Exception {
        try (EmbeddedJenkins jenkins = EmbeddedJenkins.start(home, null)) {
            PipelineRun run = jenkins.createPipeline(
                            "p", "try { input 'x' } catch (e) { echo \"saw ${e.class.simpleName}\"; throw e }", null)
                    .schedule(Map.of(), "alice");
            Awaitility.await().until(() -> !run.questions().isEmpty());
            run.abort("bob");

            assertThat(run.awaitResult(Pipelines.LIMIT)).isEqualTo(Result.ABORTED);
            assertThat(run.getLog()).contains("saw FlowInterruptedException");
        }
    }
}
