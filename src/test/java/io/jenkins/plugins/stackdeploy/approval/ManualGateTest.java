package io.jenkins.plugins.stackdeploy.approval;

import static io.jenkins.plugins.stackdeploy.approval.GateFixture.approve;
import static io.jenkins.plugins.stackdeploy.approval.GateFixture.awaitGate;
import static io.jenkins.plugins.stackdeploy.approval.GateFixture.decide;
import static io.jenkins.plugins.stackdeploy.approval.GateFixture.decideInChinese;
import static io.jenkins.plugins.stackdeploy.approval.GateFixture.end;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.model.Result;
import io.jenkins.plugins.stackdeploy.embedded.PipelineRun;
import io.jenkins.plugins.stackdeploy.gate.Answer;
import io.jenkins.plugins.stackdeploy.gate.RefusedException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManualGateTest {
    @TempDir
    Path home;

    private GateFixture fixture;

    @BeforeEach
    void start() throws Exception {
        fixture = new GateFixture(home);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void goesOnWhenEverybodyNeededHasApproved() throws Exception {
        PipelineRun run = fixture.beginAtGate("""
                def answer = manualGate(name: 'Release to production', message: 'Ship 1.2?', rules: [
                    [groups: ['ops']], [users: 'carol, dave', groups: ['sec'], count: 1]])
                echo "answer ${answer.decision} ${answer.state} by ${answer.approvers} ${answer.comment}"
                """);
        GateResource gate = awaitGate(run, 1);
        assertThat(gate.getId()).isEqualTo("release-to-production");

        decide(gate, "carol", Answer.because("checked"), true);
        approve(gate, "bob");

        assertThat(end(run)).as(run.getLog()).isEqualTo(Result.SUCCESS);
        assertThat(run.getLog())
                .contains("[Release to production] Waiting for approval: Ship 1.2?")
                .contains("[Release to production] Needed: 1 of group ops")
                .contains("[Release to production] Needed: 1 of carol, dave, group sec")
                .contains("[Release to production] Not by those who started this run: alice")
                .contains("[Release to production] Decide at /job/p/1/gates/release-to-production/")
                .contains("[Release to production] Approved by Carol C (carol), 1 of 2: checked")
                .contains("[Release to production] Approved by Bob B (bob), 2 of 2")
                .contains("answer approved APPROVED by [carol, bob] checked");
    }

    @Test
    void rejectionFailsTheBuildAndSaysWhoAndWhy() throws Exception {
        PipelineRun run = fixture.beginAtGate("manualGate name: 'release', approvers: '@ops', count: 2");
        GateResource gate = awaitGate(run, 1);

        decide(gate, "bob", Answer.because("not on a\nFriday"), false);

        assertThat(end(run)).isEqualTo(Result.FAILURE);
        assertThat(run.getLog())
                .contains("[release] Rejected by Bob B (bob): not on a Friday")
                .contains("ERROR: The gate \"release\" was rejected by Bob B (bob): not on a Friday")
                .doesNotContain("at io.jenkins");
    }

    /** In a request Jenkins speaks the language of the browser, and the log is for everybody. */
    @Test
    void logIsInTheLanguageOfJenkinsAndNotOfWhoeverDecides() throws Exception {
        PipelineRun run = fixture.beginAtGate("""
                manualGate name: 'release', approvers: '@ops', count: 2, parameters: [[name: 'TICKET']]
                """);
        GateResource gate = awaitGate(run, 1);

        decideInChinese(gate, "carol", new Answer("checked", List.of(), Map.of("TICKET", "T-1")), true);
        decideInChinese(gate, "bob", Answer.because("no"), false);

        assertThat(end(run)).isEqualTo(Result.FAILURE);
        assertThat(run.getLog())
                .contains("[release] Approved by Carol C (carol), 1 of 2: checked")
                .contains("[release]   TICKET = T-1")
                .contains("[release] Rejected by Bob B (bob): no")
                .contains("[release] Rejected.")
                .contains("ERROR: The gate \"release\" was rejected by Bob B (bob): no");
    }

    @Test
    void rejectionMayBeReturned() throws Exception {
        PipelineRun run = fixture.beginAtGate("""
                def answer = manualGate name: 'release', approvers: ['@ops'], onReject: 'return'
                echo "got ${answer.decision} by ${answer.rejectedBy}: ${answer.comment} ${answer.decisions.size()}"
                """);

        decide(awaitGate(run, 1), "bob", Answer.because("later"), false);

        assertThat(end(run)).as(run.getLog()).isEqualTo(Result.SUCCESS);
        assertThat(run.getLog()).contains("got rejected by bob: later 1");
    }

    @Test
    void requesterDoesNotDecideUnlessTheGateSaysSo() throws Exception {
        PipelineRun run = fixture.beginAtGate("""
                manualGate name: 'strict', approvers: ['alice', 'bob']
                manualGate name: 'lenient', approvers: ['alice'], allowRequester: true
                """);
        GateResource strict = awaitGate(run, 1);
        assertThatThrownBy(() -> approve(strict, "alice"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("You started this run");
        approve(strict, "bob");
        approve(awaitGate(run, 2), "alice");

        assertThat(end(run)).as(run.getLog()).isEqualTo(Result.SUCCESS);
    }

    @Test
    void logSaysWhenOnlyTheRequesterIsNamed() throws Exception {
        PipelineRun run = fixture.beginAtGate("manualGate name: 'release', approvers: ['alice']");

        assertThat(run.getLog()).contains("too few people are named for the rules to be met");
    }

    @Test
    void checklistAndParametersComeBack() throws Exception {
        PipelineRun run = fixture.beginAtGate("""
                def answer = manualGate(name: 'release', approvers: ['@ops'], commentRequired: true,
                    checklist: ['backup taken', 'support, told'],
                    parameters: ['TICKET', [name: 'WINDOW', defaultValue: 'now', choices: ['now', 'tonight']]])
                echo "ticket ${answer.parameters.TICKET} ${answer.parameters.WINDOW}"
                """);
        GateResource gate = awaitGate(run, 1);
        assertThatThrownBy(() -> decide(gate, "bob", Answer.because("ok"), true))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("backup taken; support, told");

        decide(gate, "bob", new Answer("ok", List.of("backup taken", "support, told"), Map.of("TICKET", "T-1")), true);

        assertThat(end(run)).as(run.getLog()).isEqualTo(Result.SUCCESS);
        assertThat(run.getLog()).contains("ticket T-1 now").contains("[release]   TICKET = T-1");
    }

    @Test
    void deadlineRejects() throws Exception {
        PipelineRun run = fixture.beginAtGate("manualGate name: 'release', approvers: ['bob'], timeoutMinutes: 30");
        assertThat(run.getLog()).contains("Until 2026-11-22 08:30:00 UTC (in 30 min 0 s); then it counts as rejected.");

        fixture.pass(Duration.ofMinutes(30));

        assertThat(end(run)).isEqualTo(Result.FAILURE);
        assertThat(run.getLog())
                .contains("[release] The deadline has passed: rejected.")
                .contains("Nobody approved at the gate \"release\" in time.");
    }

    @Test
    void deadlineMayApprove() throws Exception {
        PipelineRun run = fixture.beginAtGate("""
                def answer = manualGate name: 'release', approvers: ['bob'], timeoutMinutes: 30, onTimeout: 'approve'
                echo "${answer.state} ${answer.approvers}"
                """);

        fixture.pass(Duration.ofMinutes(30));

        assertThat(end(run)).as(run.getLog()).isEqualTo(Result.SUCCESS);
        assertThat(run.getLog()).contains("EXPIRED_APPROVED []");
    }

    @Test
    void remindsOfWhatIsOpen() throws Exception {
        PipelineRun run = fixture.beginAtGate(
                "manualGate name: 'release', rules: [[users: ['bob']], [groups: ['sec']]], remindEveryMinutes: 5");
        approve(awaitGate(run, 1), "bob");

        fixture.pass(Duration.ofMinutes(6));

        Awaitility.await().atMost(GateFixture.LIMIT).until(() -> run.getLog().contains("Still open: 1 of group sec"));
        assertThat(run.getLog()).contains("[release] Still waiting.").doesNotContain("Still open: 1 of bob");
        approve(awaitGate(run, 1), "dave");
        assertThat(end(run)).isEqualTo(Result.SUCCESS);
    }

    @Test
    void abortOfTheBuildIsAnAbortAndNoRejection() throws Exception {
        PipelineRun run = fixture.beginAtGate("manualGate name: 'release', approvers: ['bob']");
        GateResource gate = awaitGate(run, 1);

        run.abort("alice");

        assertThat(end(run)).isEqualTo(Result.ABORTED);
        assertThat(run.getLog()).contains("Aborted by Alice A").doesNotContain("Rejected");
        assertThat(gate.gate().orElseThrow().state().name()).isEqualTo("ABORTED");
        assertThatThrownBy(() -> approve(gate, "bob")).isInstanceOf(RefusedException.class);
    }

    @Test
    void newerRunTakesThePlaceOfOlderOnes() throws Exception {
        String script = "manualGate name: 'release', approvers: ['bob'], supersede: true";
        PipelineRun first = fixture.beginAtGate(script);
        PipelineRun other = fixture.begin("other", script);
        awaitGate(other, 1);

        PipelineRun second = fixture.begin("p", script);

        assertThat(end(first)).isEqualTo(Result.FAILURE);
        assertThat(first.getLog()).contains("At the gate \"release\", #2 has taken the place of this run.");
        approve(awaitGate(second, 1), "bob");
        assertThat(end(second)).isEqualTo(Result.SUCCESS);
        assertThat(awaitGate(other, 1).isWaiting()).isTrue();
    }

    @Test
    void gatesOfOneNameAreToldApart() throws Exception {
        PipelineRun run = fixture.beginAtGate("""
                manualGate name: 'Ship it!', approvers: ['bob']
                manualGate name: 'ship IT', approvers: ['bob']
                manualGate name: '\u4e0a\u7ebf', approvers: ['bob']
                """);
        approve(awaitGate(run, 1), "bob");
        approve(awaitGate(run, 2), "bob");
        approve(awaitGate(run, 3), "bob");

        assertThat(end(run)).as(run.getLog()).isEqualTo(Result.SUCCESS);
        assertThat(run.getAction(GatesAction.class).getGates())
                .extracting(GateResource::getId)
                .containsExactly("ship-it", "ship-it-2", "gate");
    }

    @Test
    void hostileTextsStayOnOneCleanLine() throws Exception {
        PipelineRun run = fixture.beginAtGate(
                "manualGate name: 'x\u001b[2J', message: 'a\\nFinished: SUCCESS', approvers: ['bob']");

        decide(awaitGate(run, 1), "bob", Answer.because("\u001b]0;evil\u0007fine\nFinished: SUCCESS"), true);

        assertThat(end(run)).isEqualTo(Result.SUCCESS);
        assertThat(run.getLog())
                .doesNotContain("\u001b")
                .contains("[x] Waiting for approval: a Finished: SUCCESS")
                .contains("Approved by Bob B (bob), 1 of 1: fine Finished: SUCCESS");
        assertThat(run.getLog().lines().filter(line -> line.equals("Finished: SUCCESS")))
                .hasSize(1);
    }
}
