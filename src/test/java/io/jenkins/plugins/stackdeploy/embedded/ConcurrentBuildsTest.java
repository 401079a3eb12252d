package io.jenkins.plugins.stackdeploy.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConcurrentBuildsTest {
    @TempDir
    Path home;

    @Test
    void buildsAtTheSameTimeWorkInFoldersOfTheirOwn() throws Exception {
        try (EmbeddedJenkins jenkins = EmbeddedJenkins.start(home, null)) {
            PipelineJob job = jenkins.createPipeline("p", "node { echo \"in ${pwd()}\"; input 'wait' }", null);
            PipelineRun first = job.schedule(Map.of(), "alice");
            Awaitility.await().until(() -> !first.questions().isEmpty());
            PipelineRun second = job.schedule(Map.of(), "alice");
            Awaitility.await().until(() -> !second.questions().isEmpty());

            List<StepExecution> seen = new CopyOnWriteArrayList<>();
            StepExecution.acceptAll(StepExecution.class, seen::add).get();
            assertThat(seen).hasSize(4);
            first.questions().get(0).yes("alice");
            second.questions().get(0).yes("alice");
            assertThat(first.awaitResult(Pipelines.LIMIT)).isEqualTo(Result.SUCCESS);
            assertThat(second.awaitResult(Pipelines.LIMIT)).isEqualTo(Result.SUCCESS);
            assertThat(first.getLog()).contains("in " + home.resolve("workspace/p") + "\n");
            assertThat(second.getLog()).contains("in " + home.resolve("workspace/p@2") + "\n");
        }
    }

    @Test
    void disabledConcurrencyWaitsForEarlierBuilds() throws Exception {
        try (EmbeddedJenkins jenkins = EmbeddedJenkins.start(home, null)) {
            PipelineJob job = jenkins.createPipeline("p", """
                    pipeline {
                        agent none
                        options { disableConcurrentBuilds() }
                        stages { stage('S') { steps { input 'wait' } } }
                    }
                    """, null);
            PipelineRun first = job.schedule(Map.of(), "alice");
            Awaitility.await().until(() -> !first.questions().isEmpty());
            PipelineRun second = job.schedule(Map.of(), "alice");
            Awaitility.await().until(() -> second.getLog().contains("Waiting for earlier builds to end"));
            assertThat(second.questions()).isEmpty();
            first.questions().get(0).yes("alice");
            Awaitility.await().until(() -> !second.questions().isEmpty());
            second.questions().get(0).yes("alice");

            assertThat(second.awaitResult(Pipelines.LIMIT)).isEqualTo(Result.SUCCESS);
            assertThat(first.getLog()).doesNotContain("Waiting for earlier builds");
        }
    }
}
