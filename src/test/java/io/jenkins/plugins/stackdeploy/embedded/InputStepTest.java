package io.jenkins.plugins.stackdeploy.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.model.Result;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputStepTest {
    @TempDir
    Path home;

    @Test
    void answerArrivesAlsoAfterARestart() throws Exception {
        String script = "def a = input(message: 'Ship it?', ok: 'Ship', submitterParameter: 'BY'); echo \"by ${a}\"";
        EmbeddedJenkins first = EmbeddedJenkins.start(home, null);
        PipelineRun run = first.createPipeline("p", script, null).schedule(Map.of(), "alice");
        Awaitility.await().until(() -> !run.questions().isEmpty());
        first.kill();

        try (EmbeddedJenkins second = EmbeddedJenkins.resume(home)) {
            PipelineRun resumed = second.pipeline("p").getBuildByNumber(1);
            Awaitility.await().until(() -> !resumed.questions().isEmpty());
            assertThat(resumed.questions().get(0).text()).isEqualTo("Ship it? (Ship or abort)");
            resumed.questions().get(0).yes("bob");

            assertThat(resumed.awaitResult(Pipelines.LIMIT)).isEqualTo(Result.SUCCESS);
            assertThat(resumed.getLog()).contains("Approved by bob", "by bob");
        }
    }

    @Test
    void onlyThoseNamedMayAnswer() throws Exception {
        try (EmbeddedJenkins jenkins = EmbeddedJenkins.start(home, null)) {
            jenkins.addUser("carol", "Carol C", "ops");
            PipelineRun run = jenkins.createPipeline("p", "input message: 'ok?', submitter: 'ops'", null)
                    .schedule(Map.of(), "alice");
            Awaitility.await().until(() -> !run.questions().isEmpty());
            Question question = run.questions().get(0);

            assertThatThrownBy(() -> question.yes("mallory")).isInstanceOf(SecurityException.class);
            question.no("carol");
            assertThat(run.awaitResult(Pipelines.LIMIT)).isEqualTo(Result.ABORTED);
            assertThat(run.getLog()).contains("Rejected by Carol C");
        }
    }

    @Test
    void terminalAsksUntilItUnderstands() throws Exception {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new BufferedReader(new StringReader("what\nn\n")),
                new PrintStream(shown, true, StandardCharsets.UTF_8),
                "alice",
                false);
        try (EmbeddedJenkins jenkins = EmbeddedJenkins.start(home, null)) {
            PipelineRun run =
                    jenkins.createPipeline("p", "input 'Really?'", null).schedule(Map.of(), "alice");

            assertThat(terminal.accompany(run)).isEqualTo(Result.ABORTED);
        }
        assertThat(shown.toString(StandardCharsets.UTF_8))
                .isEqualTo("Really? (Proceed or abort) [y/n] Please answer y or n.\nReally? (Proceed or abort) [y/n] ");
    }
}
