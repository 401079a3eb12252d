package io.jenkins.plugins.stackdeploy.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlockStepsTest {
    @TempDir
    Path home;

    @Test
    void parallelGivesTheBranchesResults() throws Exception {
        Pipelines.Ended ended = Pipelines.run(home, """
                def r = parallel a: { echo 'in a'; sleep 1; 'A' }, b: { echo 'in b'; 'B' }
                echo "results ${r.a} ${r.b}"
                """);

        assertThat(ended.output()).contains("results A B");
        assertThat(ended.log().lines().toList())
                .containsSubsequence(
                        "[Pipeline] parallel",
                        "[Pipeline] { (Branch: a)",
                        "[Pipeline] { (Branch: b)",
                        "[Pipeline] // parallel");
    }

    @Test
    void failFastStopsTheOtherBranches() throws Exception {
        Pipelines.Ended ended = Pipelines.run(home, """
                parallel slow: { sleep time: 1, unit: 'HOURS' }, bad: { error 'broken' }, failFast: true
                """);

        assertThat(ended.result()).isEqualTo(Result.FAILURE);
        assertThat(ended.output()).contains("ERROR: broken", "Failed in branch bad", "Failed in branch slow");
    }

    @Test
    void parallelWithoutFailFastLetsTheOthersEnd() throws Exception {
        Pipelines.Ended ended = Pipelines.run(home, """
                parallel good: { sleep time: 300, unit: 'MILLISECONDS'; echo 'good ended' }, bad: { error 'broken' }
                """);

        assertThat(ended.result()).isEqualTo(Result.FAILURE);
        assertThat(ended.output()).contains("good ended", "Failed in branch bad");
    }

    @Test
    void timeoutAbortsTheBody() throws Exception {
        Pipelines.Ended ended = Pipelines.run(home, """
                timeout(time: 200, unit: 'MILLISECONDS') { sleep time: 1, unit: 'HOURS' }
                """);

        assertThat(ended.result()).isEqualTo(Result.ABORTED);
        assertThat(ended.output())
                .contains(
                        "Timeout set to expire in",
                        "Cancelling nested steps due to timeout",
                        "Timeout has been exceeded");
    }

    @Test
    void timeoutInTimeLeavesTheBodyAlone() throws Exception {
        Pipelines.Ended ended = Pipelines.run(home, """
                def r = timeout(5) { echo 'quick'; 42 }
                echo "gave ${r}"
                """);

        assertThat(ended.result()).isEqualTo(Result.SUCCESS);
        assertThat(ended.output()).contains("gave 42").doesNotContain("Cancelling");
    }

    @Test
    void timeoutThatPassedWhileTheProcessWasDeadExpiresAtOnce() throws Exception {
        String script = "timeout(time: 1500, unit: 'MILLISECONDS') { input 'never answered' }";
        long begun = System.nanoTime();
        EmbeddedJenkins first = EmbeddedJenkins.start(home, null);
        PipelineRun run = first.createPipeline("p", script, null).schedule(Map.of(), "alice");
        Awaitility.await().until(() -> !run.questions().isEmpty());
        first.kill();
        Awaitility.await()
                .until(() -> System.nanoTime() - begun > Duration.ofMillis(2500).toNanos());

        try (EmbeddedJenkins second = EmbeddedJenkins.resume(home)) {
            PipelineRun resumed = second.pipeline("p").getBuildByNumber(1);

            assertThat(resumed.awaitResult(Pipelines.LIMIT)).isEqualTo(Result.ABORTED);
            assertThat(resumed.getLog()).contains("Timeout expired ", " ago", "Timeout has been exceeded");
        }
    }

    @Test
    void retryTriesAgainButNotAfterAnAbort() throws Exception {
        Pipelines.Ended ended = Pipelines.run(home, """
                int n = 0
                retry(3) { n++; echo "try ${n}"; if (n < 3) { error "no ${n}" } }
                retry(3) { echo 'aborting'; timeout(time: 1, unit: 'MILLISECONDS') { sleep 100 } }
                """);

        assertThat(ended.output()).contains("try 1", "ERROR: no 1", "Retrying", "try 2", "try 3");
        assertThat(ended.output()).containsOnlyOnce("aborting");
        assertThat(ended.result()).isEqualTo(Result.ABORTED);
    }

    @Test
    void caughtErrorsWorsenTheResultAndLetTheBuildGoOn() throws Exception {
        Pipelines.Ended ended = Pipelines.run(home, """
                catchError(message: 'first went wrong', buildResult: 'UNSTABLE') { error 'one' }
                echo "then ${currentBuild.currentResult}"
                warnError('second went wrong') { error 'two' }
                unstable 'third is odd'
                catchError { error 'four' }
                currentBuild.result = 'UNSTABLE'
                echo "finally ${currentBuild.currentResult}"
                """);

        assertThat(ended.result()).isEqualTo(Result.FAILURE);
        assertThat(ended.output())
                .contains(
                        "first went wrong",
                        "ERROR: one",
                        "then UNSTABLE",
                        "second went wrong",
                        "WARNING: third is odd",
                        "finally FAILURE");
    }

    @Test
    void timestampsStandBeforeWhatStepsWrite() throws Exception {
        Pipelines.Ended ended = Pipelines.run(home, "timestamps { echo 'when' }");

        assertThat(ended.log()).containsPattern("\\[\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z] when");
    }

    @Test
    void dirIsWhereFilesAre() throws Exception {
        Pipelines.Ended ended = Pipelines.run(home, """
                node {
                    dir('sub') {
                        writeFile file: 'a.txt', text: 'content'
                        echo "here ${fileExists('a.txt')} ${readFile('a.txt')} ${pwd().endsWith('/sub')} ${isUnix()}"
                    }
                    echo "there ${fileExists('a.txt')} ${fileExists('sub/a.txt')}"
                }
                """);

        assertThat(ended.output()).contains("here true content true true", "there false true");
    }

    @Test
    void sleepIsAStepInClosuresToo() throws Exception {
        Pipelines.Ended ended = Pipelines.run(home, "node { sleep 1; println 'printed' }");

        assertThat(ended.log()).contains("[Pipeline] sleep\nSleeping for ", "\nprinted\n");
    }
}
