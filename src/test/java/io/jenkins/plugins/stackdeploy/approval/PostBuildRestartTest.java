package io.jenkins.plugins.stackdeploy.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hudson.model.Queue;
import hudson.model.listeners.ItemListener;
import io.jenkins.plugins.stackdeploy.embedded.FreestyleJob;
import io.jenkins.plugins.stackdeploy.embedded.FreestyleRun;
import io.jenkins.plugins.stackdeploy.gate.Answer;
import io.jenkins.plugins.stackdeploy.gate.Approver;
import io.jenkins.plugins.stackdeploy.gate.Gate;
import io.jenkins.plugins.stackdeploy.gate.Identities;
import io.jenkins.plugins.stackdeploy.gate.Ledger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jenkins is killed at each point between the build and what its gate starts: everything happens once. */
class PostBuildRestartTest {
    @TempDir
    Path folder;

    private PostBuildFixture fixture;

    @BeforeEach
    void start() throws Exception {
        ManualGateStep step = PostBuildFixture.step();
        step.setTimeoutMinutes(60);
        fixture = new PostBuildFixture(folder.resolve("home"), new PostBuildGate(step, "down"));
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private static String onlyKey() throws Exception {
        return PostBuildWait.index().all().keySet().iterator().next();
    }

    @Test
    void killedWhileWaiting() throws Exception {
        fixture.build(Map.of());

        fixture.killAndStart();
        assertThat(PostBuildFixture.gate(fixture.first()).isWaiting()).isTrue();
        assertThat(GateNotes.shown(fixture.first(), onlyKey()))
                .anyMatch(line -> line.contains("Still waiting after the restart."));
        PostBuildFixture.approve(fixture.first());

        assertThat(fixture.started().getCause(GateCause.class).getApprovers()).isEqualTo("Bob B (bob)");
        assertThat(fixture.builds()).isEqualTo(1);
    }

    /** The decision is on the disk, and nobody has heard of it. */
    @Test
    void killedBetweenTheDecisionAndTheQueue() throws Exception {
        FreestyleRun run = fixture.build(Map.of());
        String key = onlyKey();
        fixture.kill();
        decide(run, key);

        fixture.begin();

        assertThat(fixture.started().getNumber()).isEqualTo(1);
        fixture.killAndStart();
        assertThat(fixture.builds()).isEqualTo(1);
    }

    /** As the last moments of a process that is killed have it. */
    private static void decide(FreestyleRun run, String key) throws Exception {
        GateFiles files = new GateFiles(run, key);
        Ledger ledger = Ledger.open(() -> GateFiles.folder(run, key).path("decisions.jsonl"));
        new Gate(
                        files.job().orElseThrow().request(),
                        ledger,
                        Identities.IGNORING_CASE,
                        InstantSource.fixed(Instant.parse("2026-11-22T08:01:00Z")),
                        decision -> {})
                .approve(new Approver("bob", "Bob B", List.of("ops"), false, true), Answer.PLAIN);
    }

    private void approveIntoAQueueThatIsHeld() throws Exception {
        FreestyleRun run = fixture.build(Map.of());
        queue().hold();
        PostBuildFixture.approve(run);
        await().pollInterval(Duration.ofMillis(10))
                .atMost(GateFixture.LIMIT)
                .until(() -> queue().getItems().length == 1);
    }

    private Queue queue() {
        return fixture.jenkins.jenkins().getQueue();
    }

    /** A kill loses what waits in the queue: it is put there again. */
    @Test
    void killedWhileTheJobWaitsInTheQueue() throws Exception {
        approveIntoAQueueThatIsHeld();

        fixture.killAndStart();

        assertThat(fixture.started().getNumber()).isEqualTo(1);
        assertThat(fixture.builds()).isEqualTo(1);
    }

    /** An orderly restart keeps the queue: it is not put there a second time. */
    @Test
    void restartedWhileTheJobWaitsInTheQueue() throws Exception {
        approveIntoAQueueThatIsHeld();

        fixture.restart();

        assertThat(queue().getItems()).hasSize(1);
        assertThat(fixture.index().all()).hasSize(1);
        queue().release();
        assertThat(fixture.started().getNumber()).isEqualTo(1);
        assertThat(fixture.builds()).isEqualTo(1);
    }

    /** All is started, and the index does not know that yet. */
    @Test
    void killedBetweenTheStartAndTheEndOfTheRecord() throws Exception {
        FreestyleRun run = fixture.build(Map.of());
        String key = onlyKey();
        PostBuildFixture.approve(run);
        fixture.started();
        fixture.index().add(run, key);

        fixture.killAndStart();

        fixture.awaitNothingOpen();
        assertThat(fixture.builds()).isEqualTo(1);
        assertThat(PostBuildFixture.summary(fixture.first())).containsExactly("Approved.", "Started: down #1.");
    }

    @Test
    void deadlineThatPassedMeanwhileIsAppliedAtTheStart() throws Exception {
        fixture.build(Map.of());
        fixture.kill();
        fixture.pass(Duration.ofHours(2));

        fixture.begin();

        fixture.awaitNothingOpen();
        assertThat(PostBuildFixture.summary(fixture.first())).contains("The deadline has passed: rejected.");
        assertThat(fixture.builds()).isZero();
    }

    @Test
    void gatesOfBuildsThatAreGoneAreForgotten() throws Exception {
        FreestyleRun run = fixture.build(Map.of());
        fixture.kill();
        try (Stream<Path> files = Files.walk(run.getRootDir().toPath())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }

        fixture.begin();

        assertThat(fixture.index().all()).isEmpty();
        assertThat(GateService.get().all()).isEmpty();
    }

    @Test
    void gateFollowsItsJobToAnotherName() throws Exception {
        fixture.build(Map.of());
        String key = onlyKey();

        ItemListener.all().forEach(each -> each.onLocationChanged(fixture.up(), "other", "else"));
        assertThat(fixture.index().all()).containsExactly(Map.entry(key, "up#1"));
        ItemListener.all().forEach(each -> each.onLocationChanged(fixture.up(), "up", "moved/up"));

        assertThat(fixture.index().all()).containsExactly(Map.entry(key, "moved/up#1"));
    }

    /** Jenkins moves the folder of the job, and in it the files of the gate, while somebody waits. */
    @Test
    void decisionIsKeptWithTheJobThatGotAnotherName() throws Exception {
        FreestyleRun run = fixture.build(Map.of());
        FreestyleJob job = fixture.up();
        String key = onlyKey();
        Path before = job.getRootDir().toPath();
        job.onLoad(fixture.jenkins.jenkins(), "moved");
        Files.move(before, job.getRootDir().toPath());
        fixture.jenkins.jenkins().putItem(job);
        ItemListener.all().forEach(each -> each.onLocationChanged(job, "up", "moved"));

        PostBuildFixture.approve(run);

        assertThat(fixture.started().getNumber()).isEqualTo(1);
        assertThat(PostBuildFixture.summary(run)).containsExactly("Approved.", "Started: down #1.");
        assertThat(GateNotes.shown(run, key)).anyMatch(line -> line.endsWith("Approved by Bob B (bob), 1 of 1"));
        assertThat(before).doesNotExist();
    }

    @Test
    void gatesOfADeletedJobAreForgotten() throws Exception {
        fixture.build(Map.of());

        ItemListener.all().forEach(each -> each.onDeleted(fixture.up()));

        assertThat(GateService.get().all()).isEmpty();
        assertThat(fixture.index().all()).isEmpty();
    }
}
