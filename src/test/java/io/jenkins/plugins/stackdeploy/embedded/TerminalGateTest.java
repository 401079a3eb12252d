package io.jenkins.plugins.stackdeploy.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hudson.model.Result;
import io.jenkins.plugins.stackdeploy.approval.GatesAction;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerminalGateTest {
    @TempDir
    Path home;

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private EmbeddedJenkins jenkins;

    @BeforeEach
    void start() throws Exception {
        jenkins = EmbeddedJenkins.start(home, null);
    }

    @AfterEach
    void stop() {
        jenkins.close();
    }

    private PipelineRun begin(String arguments) throws Exception {
        return jenkins.createPipeline("p", "manualGate " + arguments, null).schedule(Map.of(), "alice");
    }

    private Terminal terminal(Reader typed, boolean alwaysYes) {
        PrintStream out = new PrintStream(shown, true, StandardCharsets.UTF_8);
        return new Terminal(new BufferedReader(typed), out, "alice", alwaysYes);
    }

    private String shown() {
        return shown.toString(StandardCharsets.UTF_8);
    }

    @Test
    void whoeverStartedTheBuildAnswersForSomebodyElse() throws Exception {
        PipelineRun run =
                begin("name: 'release', message: 'Ship?', approvers: ['bob'], checklist: ['x'], parameters: ['A']");

        assertThat(terminal(new StringReader("y\ny as bob\n"), false).accompany(run))
                .isEqualTo(Result.SUCCESS);

        assertThat(shown()).startsWith("Ship? (approve or reject) [y/n] You started this run");
        assertThat(run.getLog()).contains("Approved by bob, 1 of 1");
    }

    @Test
    void endOfTheInputStopsTheBuild() throws Exception {
        PipelineRun run = begin("name: 'release', approvers: ['bob']");

        assertThat(terminal(new StringReader(""), false).accompany(run)).isEqualTo(Result.ABORTED);
    }

    @Test
    void alwaysYesFindsSomebodyWhoMay() throws Exception {
        PipelineRun run = begin("name: 'release', rules: [[users: ['bob']], [users: ['carol']], [count: 1]]");

        assertThat(terminal(new StringReader(""), true).accompany(run)).isEqualTo(Result.SUCCESS);

        assertThat(run.getLog()).contains("Approved by bob", "Approved by carol", "Approved by somebody-else");
    }

    @Test
    void alwaysYesGivesUpWhenNobodyMay() throws Exception {
        PipelineRun run = begin("name: 'release', rules: [[groups: ['ops']]]");

        assertThat(terminal(new StringReader(""), true).accompany(run)).isEqualTo(Result.ABORTED);
        assertThat(shown()).contains("No rule of this gate names you");
    }

    @Test
    void answerGivenElsewhereDropsTheQuestion() throws Exception {
        PipelineRun run = begin("name: 'release', approvers: ['bob']");
        try (PipedWriter nobodyTypes = new PipedWriter();
                Reader typed = new PipedReader(nobodyTypes)) {
            CompletableFuture<Result> result = CompletableFuture.supplyAsync(() -> {
                try {
                    return terminal(typed, false).accompany(run);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            await().until(() -> shown().contains("[y/n]"));
            assertThat(run.getAction(GatesAction.class).isWaiting()).isTrue();

            run.questions().get(0).yes("bob");

            assertThat(result.get(Pipelines.LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .isEqualTo(Result.SUCCESS);
        }
    }
}
