package io.jenkins.plugins.stackdeploy.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import io.jenkins.plugins.stackdeploy.gate.Answer;
import io.jenkins.plugins.stackdeploy.gate.Approver;
import io.jenkins.plugins.stackdeploy.gate.GateOutcome;
import io.jenkins.plugins.stackdeploy.gate.GateState;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build goes on when its gate is decided, and gates keep their deadlines, whatever fails beside that. */
class LiveGateTest {
    private static final Approver BOB = new Approver("bob", "Bob B", List.of("ops"), false, true);
    private static final int MINUTES = 30;

    @TempDir
    Path home;

    private final List<GateOutcome> outcomes = new CopyOnWriteArrayList<>();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private volatile boolean broken;
    private GateFixture fixture;
    private Build run;

    /** A build whose folder somebody looks for. */
    private static final class Build extends FreeStyleBuild {
        private Runnable whenLookedFor;

        Build(FreeStyleProject job) throws IOException {
            super(job);
        }

        @Override
        public File getRootDir() {
            Runnable once = whenLookedFor;
            whenLookedFor = null;
            if (once != null) {
                once.run();
            }
            return super.getRootDir();
        }
    }

    @BeforeEach
    void start() throws Exception {
        fixture = new GateFixture(home);
        run = new Build(fixture.jenkins.createFreestyle("job", List.of(), home));
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private LiveGate gate(String key) throws IOException {
        ManualGateStep step = new ManualGateStep(key);
        step.setTimeoutMinutes(MINUTES);
        GateJob job = new GateArguments(step, new RealmIdentities())
                .read(List.of(), GateService.get().clock().instant());
        new GateFiles(run, key).save(job, Optional.empty());
        GateLog log = new GateLog(this::say, "link");
        return new LiveGate(GateService.get(), run, key, key, job, log, outcomes::add);
    }

    private void say(String line) {
        said.add(line);
        if (broken) {
            throw new StackOverflowError("the log is broken");
        }
    }

    private LiveGate waiting(String key) throws IOException {
        LiveGate gate = gate(key);
        gate.begin(false);
        return gate;
    }

    private List<GateState> ends() {
        return outcomes.stream().map(GateOutcome::state).toList();
    }

    @Test
    void decisionThatTheLogCannotTellCountsAllTheSame() throws Exception {
        LiveGate gate = waiting("g");
        broken = true;

        gate.gate().approve(BOB, Answer.PLAIN);

        assertThat(ends()).containsExactly(GateState.APPROVED);
        assertThat(GateService.openGates()).isZero();
    }

    /** Whoever decided was kept from ending it: the second look after that does. */
    @Test
    void gateThatIsSettledAndNotEndedIsEndedByALook() throws Exception {
        LiveGate gate = waiting("g");
        broken = true;
        Handler full = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                throw new StackOverflowError("the log of Jenkins is broken");
            }

            @Override
            public void flush() {
                // Keeps nothing.
            }

            @Override
            public void close() {
                // Holds nothing.
            }
        };
        Logger logger = Logger.getLogger(LiveGate.class.getName());
        logger.addHandler(full);
        try {
            assertThatThrownBy(() -> gate.gate().approve(BOB, Answer.PLAIN)).isInstanceOf(StackOverflowError.class);
        } finally {
            logger.removeHandler(full);
        }
        assertThat(gate.gate().state()).isEqualTo(GateState.APPROVED);

        gate.look();
        gate.look();
        gate.look();

        assertThat(ends()).containsExactly(GateState.APPROVED);
        assertThat(GateService.openGates()).isZero();
    }

    @Test
    void gateInTroubleKeepsNoOtherFromItsDeadline() throws Exception {
        waiting("broken");
        Files.createDirectory(GateFiles.folder(run, "broken").path("decisions.jsonl"));
        fixture.pass(Duration.ofMinutes(1));
        LiveGate sound = waiting("sound");
        said.clear();
        broken = true;

        fixture.pass(Duration.ofMinutes(MINUTES - 1));
        await().atMost(GateFixture.LIMIT).until(() -> said.stream().anyMatch(line -> line.contains("decisions.jsonl")));
        fixture.pass(Duration.ofMinutes(1));

        await().atMost(GateFixture.LIMIT).until(() -> !outcomes.isEmpty());
        assertThat(ends()).containsExactly(GateState.EXPIRED_REJECTED);
        assertThat(sound.gate().state()).isEqualTo(GateState.EXPIRED_REJECTED);
    }

    /** The build comes to the gate while somebody decides: one record of decisions has one writer. */
    @Test
    void decisionInTheMomentAtWhichTheGateOpensIsNotTakenBesideTheGate() throws Exception {
        LiveGate opening = gate("g");
        run.whenLookedFor = () -> {
            try {
                opening.begin(false);
            } catch (IOException failed) {
                throw new IllegalStateException(failed);
            }
        };
        GateResource resource = new GateResource(run, "g", "g");

        assertThatThrownBy(() -> GateFixture.decide(resource, "bob", Answer.PLAIN, false))
                .isInstanceOf(GateException.class)
                .hasMessage(Messages.Gate_notWaiting());

        assertThat(resource.isWaiting()).isTrue();
        GateFixture.decide(resource, "bob", Answer.PLAIN, false);
        assertThat(ends()).containsExactly(GateState.REJECTED);
    }
}
