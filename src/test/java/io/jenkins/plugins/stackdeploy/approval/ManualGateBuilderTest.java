package io.jenkins.plugins.stackdeploy.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hudson.EnvVars;
import hudson.model.Result;
import hudson.model.TaskListener;
import io.jenkins.plugins.stackdeploy.embedded.FreestyleRun;
import io.jenkins.plugins.stackdeploy.gate.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManualGateBuilderTest {
    @TempDir
    Path folder;

    private GateFixture fixture;

    @BeforeEach
    void start() throws Exception {
        fixture = new GateFixture(folder.resolve("home"));
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private static ManualGateStep step() {
        ManualGateStep step = new ManualGateStep("release");
        step.setMessage("Ship ${VERSION}?");
        step.setApprovers("@ops\n${VERSION}");
        step.setParameters(List.of(new GateParameterArgument("TICKET")));
        return step;
    }

    private FreestyleRun begin(ManualGateStep step) throws Exception {
        Path repository = Files.createDirectories(folder.resolve("repository"));
        FreestyleRun run = fixture.jenkins
                .createFreestyle("f", List.of(new ManualGateBuilder(step)), repository)
                .schedule(Map.of("VERSION", "dave"), "alice");
        await().atMost(GateFixture.LIMIT).until(() -> {
            GatesAction action = run.getAction(GatesAction.class);
            return !run.isBuilding() || (action != null && action.isWaiting());
        });
        return run;
    }

    private static GateResource gate(FreestyleRun run) {
        return run.getAction(GatesAction.class).getGates().get(0);
    }

    @Test
    void tellsLaterStepsWhatWasDecided() throws Exception {
        FreestyleRun run = begin(step());

        GateFixture.decide(gate(run), "bob", new Answer("fine", List.of(), Map.of("TICKET", "T-1")), true);

        assertThat(run.awaitResult(GateFixture.LIMIT)).isEqualTo(Result.SUCCESS);
        EnvVars env = run.getEnvironment(TaskListener.NULL);
        assertThat(env)
                .containsEntry("GATE_DECISION", "approved")
                .containsEntry("GATE_STATE", "APPROVED")
                .containsEntry("GATE_APPROVERS", "bob")
                .containsEntry("GATE_COMMENT", "fine")
                .containsEntry("GATE_PARAMETER_TICKET", "T-1");
    }

    /** Whoever starts the job chooses the version, and must not choose the approver by it. */
    @Test
    void buildParametersAreFilledIntoTheMessageAlone() throws Exception {
        FreestyleRun run = begin(step());

        assertThat(run.getLog())
                .contains("Waiting for approval: Ship dave?")
                .contains("Needed: 1 of ${VERSION}, group ops");
        GateFixture.decide(gate(run), "bob", Answer.PLAIN, false);
        run.awaitResult(GateFixture.LIMIT);
    }

    @Test
    void rejectionFailsTheBuildUnlessItIsReturned() throws Exception {
        FreestyleRun run = begin(step());
        GateFixture.decide(gate(run), "bob", Answer.because("no"), false);
        assertThat(run.awaitResult(GateFixture.LIMIT)).isEqualTo(Result.FAILURE);
        assertThat(run.getLog()).contains("ERROR: The gate \"release\" was rejected by Bob B (bob): no");

        ManualGateStep lenient = step();
        lenient.setOnReject("return");
        FreestyleRun other = begin(lenient);
        GateFixture.decide(gate(other), "bob", Answer.because("no"), false);
        assertThat(other.awaitResult(GateFixture.LIMIT)).isEqualTo(Result.SUCCESS);
        assertThat(other.getEnvironment(TaskListener.NULL)).containsEntry("GATE_DECISION", "rejected");
    }

    @Test
    void stoppingTheBuildIsAnAbort() throws Exception {
        FreestyleRun run = begin(step());

        run.abort("alice");

        assertThat(run.awaitResult(GateFixture.LIMIT)).isEqualTo(Result.ABORTED);
        assertThat(gate(run).gate().orElseThrow().state().name()).isEqualTo("ABORTED");
    }

    @Test
    void wrongConfigurationIsSaidBeforeAnybodyIsAsked() throws Exception {
        ManualGateStep wrong = step();
        wrong.setCount("some");
        FreestyleRun run = begin(wrong);

        assertThat(run.awaitResult(GateFixture.LIMIT)).isEqualTo(Result.FAILURE);
        assertThat(run.getLog()).contains("count: \"some\" is not all, any or a number");
        FreestyleRun empty = begin(null);
        assertThat(empty.awaitResult(GateFixture.LIMIT)).isEqualTo(Result.FAILURE);
        assertThat(empty.getLog()).contains("has no step in its manual gate");
    }
}
