package io.jenkins.plugins.stackdeploy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How a deployment is taken from turn to turn, by a deployment that does as it is told. */
class DeploymentRunTest {
    private static final Outcome DONE = new Outcome(Outcome.Kind.SUCCESS, "done", Map.of("answer", 42L));

    private final VirtualTime time = new VirtualTime();
    private final Operation operation = new Operation();
    private final List<String> console = new ArrayList<>();
    private final List<Outcome> told = new ArrayList<>();
    private final List<Outcome> saved = new ArrayList<>();
    private final Deque<Step> steps = new ArrayDeque<>();
    private boolean gone;
    private int failingSaves;
    private DeploymentRun run;

    private interface Step {
        Turn take() throws CloudException, IOException;
    }

    private final class Scripted implements Deployment {
        @Override
        public Operation operation() {
            return operation;
        }

        @Override
        public GroupKey group() {
            return new GroupKey("fake", "host", "account", "region");
        }

        @Override
        public Optional<String> sharedLook() {
            return Optional.of("id");
        }

        @Override
        public Looker looker() {
            return new FakeLooker();
        }

        @Override
        public Turn advance(Look look) throws CloudException, IOException {
            return steps.isEmpty()
                    ? Turn.after(Duration.ofMinutes(1))
                    : steps.pop().take();
        }

        @Override
        public Outcome failed(CloudException failure) {
            return new Outcome(Outcome.Kind.FAILURE, failure.describe(), Map.of());
        }

        @Override
        public Outcome overdue() {
            return new Outcome(Outcome.Kind.FAILURE, "too late", Map.of());
        }

        @Override
        public String standing() {
            return "standing";
        }
    }

    @BeforeEach
    void begin() {
        operation.begin(time.instant(), time.instant().plus(Duration.ofHours(1)));
        Journal<Operation> journal = state -> {
            if (gone) {
                throw new GoneException("the build was deleted");
            }
            if (failingSaves > 0) {
                failingSaves--;
                throw new IOException("disk full");
            }
            saved.add(state.outcome());
        };
        run = new DeploymentRun(
                new Scripted(),
                journal,
                console::add,
                new Masking(List.of("s3cret")),
                told::add,
                time,
                new Backoff(() -> 1));
    }

    private static Step fails(FaultKind kind) {
        return () -> {
            throw new CloudException(kind, "GetStack", "Code", "it says s3cret", "ID");
        };
    }

    private Step ends() {
        return () -> {
            operation.end(DONE);
            return Turn.OVER;
        };
    }

    @Test
    void theOutcomeIsSavedBeforeItIsTold() {
        steps.add(ends());

        assertThat(run.turn(null)).isEqualTo(Turn.OVER);

        assertThat(saved).containsExactly(DONE);
        assertThat(told).containsExactly(DONE);
    }

    @Test
    void anOutcomeThatWasSavedBeforeACrashIsOnlyTold() {
        operation.end(DONE);

        assertThat(run.sharedLook()).isEmpty();
        assertThat(run.turn(null)).isEqualTo(Turn.OVER);
        assertThat(told).containsExactly(DONE);
    }

    @Test
    void passingFailuresAreRetriedLaterAndToldAfterSome() {
        for (int count = 0; count < 5; count++) {
            steps.add(fails(FaultKind.TRANSIENT));
        }
        List<Long> pauses = new ArrayList<>();
        for (int count = 0; count < 5; count++) {
            pauses.add(run.turn(null).pause().toMillis());
        }

        assertThat(pauses).containsExactly(500L, 1000L, 2000L, 4000L, 8000L);
        assertThat(console).singleElement().asString().startsWith("Held up: GetStack (Code)");
        assertThat(run.standing()).contains("GetStack (Code)").doesNotContain("s3cret");
        run.turn(null);
        assertThat(console).hasSize(2).last().isEqualTo("It answers again.");
        assertThat(run.standing()).isEqualTo("standing");
    }

    @Test
    void aFailureForGoodEndsItWithSecretsHiddenInWhatIsSaved() {
        steps.add(fails(FaultKind.DENIED));

        assertThat(run.turn(null)).isEqualTo(Turn.OVER);

        assertThat(told).singleElement().satisfies(outcome -> assertThat(outcome.message())
                .isEqualTo("GetStack (Code): it says **** [ID]"));
        assertThat(saved).isEqualTo(told);
    }

    @Test
    void aStateThatCannotBeSavedHoldsItUpAndDoesNotEndIt() {
        failingSaves = 1;
        run.stop(new StopRequest(false, "a test", time.instant()));

        assertThat(run.turn(null).over()).isFalse();
        assertThat(run.standing()).contains("disk full");
        assertThat(run.turn(null).over()).isFalse();
        assertThat(operation.stop()).isNotNull();
    }

    @Test
    void anOutcomeThatCannotBeSavedIsToldAllTheSame() {
        steps.add(ends());
        failingSaves = 1;

        assertThat(run.turn(null)).isEqualTo(Turn.OVER);
        assertThat(told).containsExactly(DONE);
    }

    static List<Runnable> defects() {
        return List.of(
                () -> {
                    throw new IllegalStateException("a defect");
                },
                () -> {
                    throw new NoSuchMethodError("a defect: another version of a library");
                },
                () -> {
                    throw new StackOverflowError("a defect: nested too deep");
                });
    }

    @ParameterizedTest
    @MethodSource("defects")
    void defectsAreRetriedAFewTimesAndThenReported(Runnable defect) {
        for (int count = 0; count < 5; count++) {
            steps.add(() -> {
                defect.run();
                return null;
            });
        }
        for (int count = 0; count < 4; count++) {
            assertThat(run.turn(null).over()).isFalse();
        }

        assertThat(run.turn(null)).isEqualTo(Turn.OVER);
        assertThat(told).singleElement().satisfies(outcome -> assertThat(outcome.message())
                .contains("a defect")
                .contains("please report"));
    }

    @Test
    void theDeadlineIsKeptAlthoughEverySharedLookFails() {
        time.skip(Duration.ofMinutes(59));
        assertThat(run.postponed("trouble", Duration.ofMinutes(30)))
                .as("not later than the deadline")
                .isEqualTo(Turn.after(Duration.ofMinutes(1)));
        time.skip(Duration.ofMinutes(1));

        assertThat(run.postponed("trouble", Duration.ofSeconds(30))).isEqualTo(Turn.OVER);
        assertThat(told).singleElement().extracting(Outcome::message).isEqualTo("too late");
    }

    @Test
    void theDeadlineIsKeptAlthoughTheBudgetIsUsedUp() {
        time.skip(Duration.ofHours(2));

        assertThat(run.postponed(null, Duration.ofSeconds(30))).isEqualTo(Turn.OVER);
        assertThat(told).hasSize(1);
    }

    @Test
    void sparingCallsIsNoTrouble() {
        steps.add(() -> {
            throw new OverBudgetException(Duration.ofSeconds(7));
        });

        assertThat(run.turn(null)).isEqualTo(Turn.after(Duration.ofSeconds(7)));
        assertThat(run.standing()).isEqualTo("standing");
        assertThat(console).isEmpty();
    }

    @Test
    void aRequestToStopIsSavedAndEndsSharedLooks() {
        assertThat(run.sharedLook()).hasValue("id");

        run.stop(new StopRequest(true, "a test", time.instant()));

        assertThat(run.sharedLook()).isEmpty();
        run.turn(null);
        assertThat(operation.stop().cancel()).isTrue();
        assertThat(saved).hasSize(1);
    }

    @Test
    void whatCannotBeSavedWhileJenkinsShutsDownIsSaidAfterTheRestart() {
        List<String> printed = new ArrayList<>();
        HeldLines lines = new HeldLines(printed::add, state -> {}, PrintedMark.NONE);
        run = new DeploymentRun(new Scripted(), lines, lines, Masking.NONE, told::add, time, new Backoff(() -> 1));
        steps.add(() -> {
            lines.line("an event");
            Thread.currentThread().interrupt();
            throw new ClosedByInterruptException();
        });

        run.turn(null);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(printed).isEmpty();

        run.turn(null);
        assertThat(printed).containsExactly("an event");
    }

    /** There is nobody left to tell how it ends, and nothing to keep it in: it is not tried again. */
    @Test
    void nothingIsWatchedForABuildThatWasDeleted() {
        gone = true;
        run.stop(new StopRequest(false, "", time.instant()));

        assertThat(run.turn(null)).isEqualTo(Turn.OVER);

        assertThat(told).singleElement().extracting(Outcome::kind).isEqualTo(Outcome.Kind.ABORTED);
    }
}
