package io.jenkins.plugins.stackdeploy.approval;

import static io.jenkins.plugins.stackdeploy.approval.GateFixture.approve;
import static io.jenkins.plugins.stackdeploy.approval.GateFixture.awaitGate;
import static io.jenkins.plugins.stackdeploy.approval.GateFixture.decide;
import static io.jenkins.plugins.stackdeploy.approval.GateFixture.end;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import hudson.model.Result;
import io.jenkins.plugins.stackdeploy.embedded.PipelineRun;
import io.jenkins.plugins.stackdeploy.gate.Answer;
import io.jenkins.plugins.stackdeploy.gate.Decision;
import io.jenkins.plugins.stackdeploy.gate.RefusedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills Jenkins while a build waits at a gate, while the gate is decided and after: the same decision, once. */
class GateRestartTest {
    private static final String SCRIPT = """
            def answer = manualGate name: 'release', approvers: ['@ops'], count: 2, timeoutMinutes: 60
            echo "passed ${answer.approvers}"
            """;

    @TempDir
    Path homes;

    private GateFixture fixture;

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void waitsOnWithWhatWasDecided() throws Exception {
        fixture = new GateFixture(homes);
        PipelineRun first = fixture.beginAtGate(SCRIPT);
        approve(awaitGate(first, 1), "bob");

        PipelineRun resumed = fixture.killAndResume();
        GateResource gate = awaitGate(resumed, 1);
        assertThat(gate.getId()).isEqualTo("release");
        assertThatThrownBy(() -> approve(gate, "bob")).isInstanceOf(RefusedException.class);
        approve(gate, "carol");

        assertThat(end(resumed)).as(resumed.getLog()).isEqualTo(Result.SUCCESS);
        assertThat(resumed.getLog())
                .contains("[release] Still waiting after the restart.", "passed [bob, carol]")
                .containsOnlyOnce("Waiting for approval");
        assertThat(decisions(resumed))
                .extracting(Decision::kind)
                .containsExactly(Decision.Kind.APPROVE, Decision.Kind.APPROVE, Decision.Kind.SETTLE);
    }

    /** The click was answered, and Jenkins dies before the Pipeline has gone on. */
    @Test
    void goesOnWithADecisionThatWasTakenJustBefore() throws Exception {
        PipelineRun first = beginAndDieRightAfter(gate -> approve(gate, "bob"));

        PipelineRun resumed = fixture.killAndResume();

        assertThat(end(resumed)).as(resumed.getLog()).isEqualTo(Result.SUCCESS);
        assertThat(resumed.getLog()).contains("This gate was decided before the restart.", "passed");
        assertThat(first.getLog()).containsOnlyOnce("Approved by");
        assertThat(decisions(resumed)).hasSize(2);
    }

    /** The last approval is on the disk, and Jenkins dies before it has settled the gate. */
    @Test
    void settlesWhatACrashInterrupted() throws Exception {
        PipelineRun first = beginAndDieRightAfter(gate -> approve(gate, "bob"));
        fixture.kill();
        Path ledger = ledger(first);
        String whole = Files.readString(ledger);
        Files.writeString(ledger, whole.substring(0, whole.indexOf('\n') + 10));

        PipelineRun resumed = fixture.resume();

        assertThat(end(resumed)).as(resumed.getLog()).isEqualTo(Result.SUCCESS);
        assertThat(Files.readString(ledger)).isEqualTo(whole);
    }

    @Test
    void rejectionJustBeforeTheKillIsNotForgotten() throws Exception {
        beginAndDieRightAfter(gate -> decide(gate, "bob", Answer.because("no"), false));

        PipelineRun resumed = fixture.killAndResume();

        assertThat(end(resumed)).isEqualTo(Result.FAILURE);
        assertThat(resumed.getLog()).contains("was rejected by Bob B (bob): no").doesNotContain("passed");
        assertThat(decisions(resumed)).hasSize(2);
    }

    private interface Click {
        void on(GateResource gate) throws Exception;
    }

    private PipelineRun beginAndDieRightAfter(Click click) throws Exception {
        KillSwitch kill = KillSwitch.unarmed();
        fixture = new GateFixture(homes, kill);
        kill.target(fixture);
        PipelineRun run = fixture.beginAtGate("""
                manualGate name: 'release', approvers: ['bob']
                echo 'passed'
                """);
        GateResource gate = awaitGate(run, 1);
        kill.arm();
        click.on(gate);
        await().pollInterval(Duration.ofMillis(10)).atMost(GateFixture.LIMIT).until(kill::hasKilled);
        return run;
    }

    @Test
    void deadlineThatPassedMeanwhileIsAppliedAtOnceAndSaid() throws Exception {
        fixture = new GateFixture(homes);
        fixture.beginAtGate(SCRIPT);
        fixture.kill();
        fixture.pass(Duration.ofHours(5));

        PipelineRun resumed = fixture.resume();

        assertThat(end(resumed)).isEqualTo(Result.FAILURE);
        assertThat(resumed.getLog())
                .contains("The deadline passed at 2026-11-22 09:00:00 UTC, while Jenkins was not running.")
                .contains("[release] The deadline has passed: rejected.");
    }

    @Test
    void deadlineIsNotPutOffByARestart() throws Exception {
        fixture = new GateFixture(homes);
        fixture.beginAtGate(SCRIPT);
        fixture.pass(Duration.ofMinutes(59));
        PipelineRun resumed = fixture.killAndResume();
        awaitGate(resumed, 1);

        fixture.pass(Duration.ofMinutes(1));

        assertThat(end(resumed)).isEqualTo(Result.FAILURE);
    }

    @Test
    void oneDecisionAndOneGateWhereverTheProcessDies() throws Exception {
        int boundary = 0;
        boolean killed;
        do {
            boundary++;
            killed = runKillingAt(boundary);
        } while (killed);

        assertThat(boundary).as("places to die at").isGreaterThan(10);
    }

    /** @return whether the build reached that place at all */
    private boolean runKillingAt(int boundary) throws Exception {
        KillSwitch kill = KillSwitch.at(boundary);
        fixture = new GateFixture(homes.resolve(Integer.toString(boundary)), kill);
        kill.target(fixture);
        PipelineRun run = fixture.begin("p", "echo \"passed ${manualGate(name: 'x', approvers: ['bob']).approvers}\"");
        await().pollInterval(Duration.ofMillis(10)).atMost(GateFixture.LIMIT).until(() -> {
            if (!kill.hasKilled()) {
                approveWhenAsked(run);
            }
            return kill.hasKilled() || run.awaitEnd(Duration.ZERO).isPresent();
        });
        boolean killed = kill.hasKilled();
        PipelineRun last = killed ? fixture.killAndResume() : run;
        await().pollInterval(Duration.ofMillis(10)).atMost(GateFixture.LIMIT).until(() -> {
            approveWhenAsked(last);
            return !last.isBuilding();
        });
        assertThat(end(last)).as("boundary %d:%n%s", boundary, last.getLog()).isEqualTo(Result.SUCCESS);
        assertThat(last.getLog()).contains("passed [bob]");
        assertThat(last.getAction(GatesAction.class).getGates()).hasSize(1);
        assertThat(decisions(last)).hasSize(2);
        fixture.close();
        return killed;
    }

    private static void approveWhenAsked(PipelineRun run) throws Exception {
        GatesAction action = run.getAction(GatesAction.class);
        if (action == null || !action.isWaiting()) {
            return;
        }
        try {
            approve(action.getGates().get(0), "bob");
        } catch (IllegalStateException killedMeanwhile) {
            assertThat(Jenkins.getInstanceOrNull()).isNull();
        }
    }

    private static List<Decision> decisions(PipelineRun run) throws Exception {
        return run.getAction(GatesAction.class)
                .getGates()
                .get(0)
                .gate()
                .orElseThrow()
                .decisions();
    }

    private static Path ledger(PipelineRun run) throws Exception {
        try (Stream<Path> files = Files.walk(run.getRootDir().toPath())) {
            return files.filter(file -> file.endsWith("decisions.jsonl"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
