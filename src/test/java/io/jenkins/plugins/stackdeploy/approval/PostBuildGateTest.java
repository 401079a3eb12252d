package io.jenkins.plugins.stackdeploy.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hudson.model.PasswordParameterValue;
import hudson.model.Result;
import hudson.tasks.Builder;
import io.jenkins.plugins.stackdeploy.embedded.FreestyleRun;
import io.jenkins.plugins.stackdeploy.gate.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gate after a freestyle build, and what it starts. */
class PostBuildGateTest {
    @TempDir
    Path folder;

    private PostBuildFixture fixture;

    private PostBuildGate gate(ManualGateStep step) {
        return new PostBuildGate(step, "down");
    }

    private void start(PostBuildGate gate, Builder... steps) throws Exception {
        fixture = new PostBuildFixture(folder.resolve("home"), gate, steps);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void buildIsOverWhileItsGateWaitsAndNothingIsStarted() throws Exception {
        start(gate(PostBuildFixture.step()));
        FreestyleRun run = fixture.build(Map.of());

        assertThat(run.isBuilding()).isFalse();
        assertThat(run.getLog())
                .contains("The gate \"release\" waits for approval; the build is over meanwhile. Decide at ")
                .contains("Finished: SUCCESS");
        assertThat(PostBuildFixture.gate(run).isWaiting()).isTrue();
        assertThat(PostBuildFixture.summary(run))
                .containsExactly("Waiting for approval.", "Starts when approved: down.");
        assertThat(fixture.builds()).isZero();
    }

    @Test
    void approvalStartsTheJobWithTheGateAndItsApproversAsCause() throws Exception {
        start(gate(PostBuildFixture.step()));
        FreestyleRun run = fixture.build(Map.of());

        PostBuildFixture.approve(run);

        FreestyleRun started = fixture.started();
        assertThat(started.getLog()).contains("Started by the gate \"release\" of up #1, approved by Bob B (bob)");
        assertThat(started.getCause(GateCause.class).getGateUrl()).isEqualTo("job/up/1/gates/release/");
        assertThat(Requesters.of(started)).containsExactly("alice");
        assertThat(PostBuildFixture.summary(run)).containsExactly("Approved.", "Started: down #1.");
        assertThat(PostBuildFixture.notes(run))
                .anyMatch(line -> line.endsWith("Approved by Bob B (bob), 1 of 1"))
                .anyMatch(line -> line.endsWith("Started: down #1."));
        assertThat(fixture.builds()).isEqualTo(1);
    }

    /** The build's own, then the lines, then what approvers fill in; the rest have their defaults. */
    @Test
    void parametersComeFromTheBuildTheConfigurationAndTheApprovers() throws Exception {
        ManualGateStep step = PostBuildFixture.step();
        step.setParameters(List.of(new GateParameterArgument("TICKET")));
        PostBuildGate gate = gate(step);
        gate.setBuildParameters("VERSION, SECRET, MISSING");
        gate.setParameters("FAST=true\nTICKET=${VERSION} ${SECRET}\nUNDECLARED=x");
        start(gate);
        FreestyleRun run =
                fixture.build(Map.of("VERSION", "1.2", "SECRET", new PasswordParameterValue("SECRET", "geheim-4711")));

        GateFixture.decide(
                PostBuildFixture.gate(run), "bob", new Answer(null, List.of(), Map.of("TICKET", "T-1")), true);

        FreestyleRun started = fixture.started();
        assertThat(started.getBuildVariables())
                .containsEntry("VERSION", "1.2")
                .containsEntry("TICKET", "T-1")
                .containsEntry("UNTOUCHED", "as it was")
                .containsEntry("FAST", "true")
                .containsEntry("SECRET", "geheim-4711")
                .doesNotContainKey("UNDECLARED");
        assertThat(PostBuildFixture.notes(run))
                .anyMatch(line -> line.endsWith("Note: the build has no parameter MISSING to pass on."))
                .anyMatch(line -> line.endsWith("Note: down declares no parameter UNDECLARED, so it is not passed."));
        try (Stream<Path> files = Files.walk(folder.resolve("home"))) {
            assertThat(files.filter(Files::isRegularFile)).noneMatch(PostBuildGateTest::holdsTheSecret);
        }
    }

    private static boolean holdsTheSecret(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains("geheim-4711");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void secretParametersAreNotFilledIntoTexts() throws Exception {
        PostBuildGate gate = gate(PostBuildFixture.step());
        gate.setParameters("TICKET=${VERSION} ${SECRET}");
        start(gate);
        FreestyleRun run =
                fixture.build(Map.of("VERSION", "1.2", "SECRET", new PasswordParameterValue("SECRET", "geheim-4711")));

        PostBuildFixture.approve(run);

        assertThat(fixture.started().getBuildVariables()).containsEntry("TICKET", "1.2 ${SECRET}");
    }

    @Test
    void rejectionStartsNothingAndIsSaidOnThePageOfTheBuild() throws Exception {
        start(gate(PostBuildFixture.step()));
        FreestyleRun run = fixture.build(Map.of());

        GateFixture.decide(PostBuildFixture.gate(run), "bob", Answer.because("not today"), false);

        fixture.awaitNothingOpen();
        assertThat(PostBuildFixture.summary(run))
                .containsExactly("The gate \"release\" was rejected by Bob B (bob): not today", "Not started: down.");
        assertThat(fixture.builds()).isZero();
        assertThat(run.getResult()).isEqualTo(Result.SUCCESS);
    }

    @Test
    void missedDeadlineStartsNothing() throws Exception {
        ManualGateStep step = PostBuildFixture.step();
        step.setTimeoutMinutes(5);
        start(gate(step));
        FreestyleRun run = fixture.build(Map.of());

        fixture.pass(Duration.ofMinutes(5));

        fixture.awaitNothingOpen();
        assertThat(PostBuildFixture.summary(run))
                .containsExactly("The deadline has passed: rejected.", "Not started: down.");
        assertThat(fixture.builds()).isZero();
    }

    /** A build step that gives the build a result. */
    private static Builder resultOf(Result result) {
        return new ResultBuilder(result);
    }

    @Test
    void nobodyIsAskedAfterABuildThatFailed() throws Exception {
        PostBuildGate gate = gate(PostBuildFixture.step());
        gate.setEvenIfUnstable(true);
        start(gate, resultOf(Result.FAILURE));

        FreestyleRun run = fixture.build(Map.of());

        assertThat(run.getLog()).contains("Nobody is asked at the gate after this build, since its result is FAILURE.");
        assertThat(run.getAction(GatesAction.class)).isNull();
    }

    @Test
    void unstableBuildsAreAskedAboutOnlyWhereTheGateSaysSo() throws Exception {
        start(gate(PostBuildFixture.step()), resultOf(Result.UNSTABLE));
        assertThat(fixture.build(Map.of()).getAction(GatesAction.class)).isNull();
        fixture.close();

        PostBuildGate gate = gate(PostBuildFixture.step());
        gate.setEvenIfUnstable(true);
        start(gate, resultOf(Result.UNSTABLE));
        FreestyleRun run = fixture.build(Map.of());
        PostBuildFixture.approve(run);
        assertThat(fixture.started().getNumber()).isEqualTo(1);
    }

    @Test
    void wrongConfigurationIsSaidInTheLog() throws Exception {
        ManualGateStep step = PostBuildFixture.step();
        step.setCount("some");
        start(gate(step));
        assertThat(fixture.build(Map.of()).getLog()).contains("ERROR: manualGate: count: \"some\" is not all, any");
        fixture.close();

        PostBuildGate gate = gate(PostBuildFixture.step());
        gate.setParameters("A=1\nno value");
        start(gate);
        assertThat(fixture.build(Map.of()).getLog()).contains("ERROR: parameters: line 2 is not NAME=value.");
        fixture.close();

        start(new PostBuildGate(PostBuildFixture.step(), " "));
        assertThat(fixture.build(Map.of()).getLog()).contains("ERROR: Name at least one job to start.");
    }

    @Test
    void jobsThatCannotBeStartedAreSaidAndTheOthersAreStarted() throws Exception {
        start(new PostBuildGate(PostBuildFixture.step(), "missing, down"));
        FreestyleRun run = fixture.build(Map.of());

        PostBuildFixture.approve(run);

        assertThat(fixture.started().getNumber()).isEqualTo(1);
        assertThat(PostBuildFixture.summary(run))
                .element(1)
                .asString()
                .startsWith("Not started: missing: there is no such job, or whoever the build ran as may not see it.");
    }

    @Test
    void disabledJobIsNeverSaidToBeInTheQueue() throws Exception {
        start(gate(PostBuildFixture.step()));
        FreestyleRun run = fixture.build(Map.of());
        fixture.down().disable();

        PostBuildFixture.approve(run);

        fixture.awaitNothingOpen();
        assertThat(PostBuildFixture.notes(run))
                .noneMatch(line -> line.contains("In the queue"))
                .anyMatch(line -> line.contains("Not started: down: Jenkins did not take it into the queue"));
        assertThat(fixture.builds()).isZero();
    }

    @Test
    void cancellingInTheQueueIsTheEndOfIt() throws Exception {
        start(gate(PostBuildFixture.step()));
        FreestyleRun run = fixture.build(Map.of());
        fixture.jenkins.jenkins().getQueue().hold();
        PostBuildFixture.approve(run);
        await().until(() -> fixture.jenkins.jenkins().getQueue().getItems().length == 1);
        assertThat(PostBuildFixture.summary(run)).contains("In the queue: down.");

        fixture.jenkins
                .jenkins()
                .getQueue()
                .cancel(fixture.jenkins.jenkins().getQueue().getItems()[0]);

        fixture.awaitNothingOpen();
        assertThat(PostBuildFixture.summary(run)).contains("Not started: down: it was taken out of the queue");
        fixture.restart();
        assertThat(fixture.builds()).isZero();
        assertThat(fixture.jenkins.jenkins().getQueue().getItems()).isEmpty();
    }

    @Test
    void twoGatesOfOneJobStartABuildEach() throws Exception {
        start(gate(PostBuildFixture.step()));
        FreestyleRun one = fixture.build(Map.of());
        FreestyleRun other = fixture.build(Map.of());
        fixture.jenkins.jenkins().getQueue().hold();
        PostBuildFixture.approve(one);
        PostBuildFixture.approve(other);
        await().until(() -> fixture.jenkins.jenkins().getQueue().getItems().length == 2);

        fixture.jenkins.jenkins().getQueue().release();

        fixture.started();
        assertThat(fixture.builds()).isEqualTo(2);
    }

    @Test
    void deletingTheBuildEndsItsGate() throws Exception {
        start(gate(PostBuildFixture.step()));
        FreestyleRun run = fixture.build(Map.of());
        GateResource gate = PostBuildFixture.gate(run);

        run.delete();

        fixture.awaitNothingOpen();
        assertThat(gate.isWaiting()).isFalse();
        assertThat(run.getRootDir()).doesNotExist();
        assertThat(GateService.get().all()).isEmpty();
        assertThat(SettledGates.of(fixture.up()).list()).isEmpty();
        assertThat(fixture.builds()).isZero();
    }

    @Test
    void deletingTheBuildEndsItsGateAlsoWhenJenkinsHasLoadedTheBuildAnew() throws Exception {
        start(gate(PostBuildFixture.step()));
        fixture.build(Map.of());
        fixture.up().loadBuilds();

        fixture.first().delete();

        fixture.awaitNothingOpen();
        assertThat(GateService.get().all()).isEmpty();
    }
}
