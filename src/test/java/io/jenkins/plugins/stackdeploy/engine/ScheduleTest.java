package io.jenkins.plugins.stackdeploy.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {
    private static final Tempo TEMPO =
            new Tempo(Duration.ofSeconds(1), Duration.ofMillis(4_800), Duration.ofSeconds(20));
    /** What deploying a stack calls besides looking: finding it, the request, the last events, the outputs. */
    private static final int OTHER_CALLS = 4;

    /** How many looks it took, and by how much the last one came too late, in seconds. */
    private record Found(double looks, double late, double late95) {}

    private static double durationOf(double median, double spread, Random random) {
        return median * Math.exp(spread * random.nextGaussian());
    }

    private static Duration seconds(double seconds) {
        return Duration.ofNanos((long) (seconds * 1e9));
    }

    private static List<Duration> history(int size, double median, double spread, Random random) {
        List<Duration> history = new ArrayList<>();
        for (int count = 0; count < size; count++) {
            history.add(seconds(durationOf(median, spread, random)));
        }
        return history;
    }

    /** Many deployments whose durations are log-normal; nothing is known but earlier durations. */
    private static Found simulate(double median, double spread, int earlier) {
        Random random = new Random(20_261_122);
        List<Double> late = new ArrayList<>();
        double looks = 0;
        for (int stack = 0; stack < 100; stack++) {
            Schedule schedule = new Schedule(TEMPO, history(earlier, median, spread, random));
            for (int run = 0; run < 20; run++) {
                double duration = durationOf(median, spread, random);
                double at = 1;
                looks++;
                while (at < duration) {
                    at += schedule.next(seconds(at), Progress.UNKNOWN).toMillis() / 1e3;
                    looks++;
                }
                late.add(at - duration);
            }
        }
        late.sort(null);
        double mean = late.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        return new Found(looks / late.size(), mean, late.get(late.size() * 95 / 100));
    }

    @ParameterizedTest
    @CsvSource({
        // median, spread, earlier durations, most calls, most seconds late: mean and of 95 percent
        "90,  0.15, 30, 25, 1.5, 5",
        "90,  0.15,  3, 25, 1.6, 5",
        "90,  0.15,  0, 25, 2.5, 5",
        "300, 0.15, 30, 40, 2.5, 5",
        "30,  0.15, 30, 19, 0.8, 2",
    })
    void endsAreSeenSoonAtFewCalls(
            double median, double spread, int earlier, double mostCalls, double mostLate, double mostLate95) {
        Found found = simulate(median, spread, earlier);

        assertThat(found.looks() + OTHER_CALLS).isLessThanOrEqualTo(mostCalls);
        assertThat(found.late()).isLessThanOrEqualTo(mostLate);
        assertThat(found.late95()).isLessThanOrEqualTo(mostLate95);
    }

    @Test
    void historyBeatsASteadyPaceWithAsManyLooks() {
        Found found = simulate(300, 0.15, 30);

        double steady = 300 / found.looks() / 2;

        assertThat(found.late()).isLessThan(steady / 2);
    }

    @ParameterizedTest
    @CsvSource({"90, 20", "90, 400", "30, 900", "600, 60", "1200, 3600"})
    void wrongHistoryCostsAtMostTwiceTheDelayAndNoMoreThanTwiceTheLooks(double believed, double real) {
        Random random = new Random(7);
        Schedule misled = new Schedule(TEMPO, history(30, believed, 0.1, random));
        Schedule ignorant = new Schedule(TEMPO, List.of());
        double longest = 0;
        int looks = 0;
        for (double at = 1; at < real; looks++) {
            double wait = misled.next(seconds(at), Progress.UNKNOWN).toMillis() / 1e3;
            longest = Math.max(longest, wait);
            at += wait;
        }
        int steadyLooks = 0;
        for (double at = 1; at < real; steadyLooks++) {
            at += ignorant.next(seconds(at), Progress.UNKNOWN).toMillis() / 1e3;
        }
        double asManyLooks = believed / (1.97 * Math.sqrt(believed));

        assertThat(longest).isLessThanOrEqualTo(2 * Math.max(20, asManyLooks));
        assertThat(looks).isLessThanOrEqualTo(2 * steadyLooks + (int) (2 * Math.sqrt(believed)));
    }

    @Property(tries = 200)
    void noWaitIsShorterThanTheQuickestOrLongerThanTwiceASteadyOne(
            @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 20_000) Integer> earlier,
            @ForAll @IntRange(min = 0, max = 100_000) int running,
            @ForAll @IntRange(min = 0, max = 100) int total,
            @ForAll @IntRange(min = 0, max = 120) int done,
            @ForAll boolean failing,
            @ForAll @IntRange(min = 0, max = 10_000) int quiet) {
        List<Duration> durations = earlier.stream().map(Duration::ofSeconds).toList();
        Schedule schedule = new Schedule(TEMPO, durations);

        Duration wait = schedule.next(
                Duration.ofSeconds(running), new Progress(total, done, failing, Duration.ofSeconds(quiet)));

        Estimate estimate = Estimate.of(durations);
        double usual = estimate == null ? 0 : Math.sqrt(estimate.median()) / 1.97;
        double longest = 2 * Math.max(TEMPO.periodic(running), usual);
        assertThat(wait).isBetween(TEMPO.quick(), seconds(longest + 0.001));
    }

    @Test
    void durationsThatAreFarApartTellNothing() {
        List<Duration> apart = history(30, 300, 0.4, new Random(3));

        assertThat(Estimate.of(apart)).isNull();
        assertThat(new Schedule(TEMPO, apart).next(Duration.ofSeconds(290), Progress.UNKNOWN))
                .isEqualTo(new Schedule(TEMPO, List.of()).next(Duration.ofSeconds(290), Progress.UNKNOWN));
    }

    @Test
    void anEstimateIsTheMedianAndTheSpreadOfTheLogarithms() {
        Estimate estimate = Estimate.of(history(2_000, 90, 0.15, new Random(5)));

        assertThat(estimate.median()).isCloseTo(90, within(1.0));
        assertThat(estimate.spread()).isCloseTo(0.15, within(0.01));
        assertThat(estimate.longerThan(estimate.median())).isCloseTo(0.5, within(1e-6));
        assertThat(estimate.longerThan(estimate.median() * Math.exp(1.6449 * estimate.spread())))
                .isCloseTo(0.05, within(1e-4));
        assertThat(Estimate.of(List.of(Duration.ofSeconds(60))).spread()).isCloseTo(0.2, within(1e-6));
        assertThat(Estimate.of(List.of(Duration.ZERO))).isNull();
    }

    @Test
    void nothingKnownMeansAPaceThatSlowsDownWithTheTimeThatHasPassed() {
        Schedule schedule = new Schedule(TEMPO, List.of());

        assertThat(schedule.next(Duration.ZERO, Progress.UNKNOWN)).isEqualTo(TEMPO.usual());
        assertThat(schedule.next(Duration.ofSeconds(190), Progress.UNKNOWN)).isEqualTo(TEMPO.usual());
        assertThat(schedule.next(Duration.ofSeconds(400), Progress.UNKNOWN)).isEqualTo(Duration.ofSeconds(10));
        assertThat(schedule.next(Duration.ofHours(5), Progress.UNKNOWN)).isEqualTo(TEMPO.slow());
    }

    @Test
    void theLastResourcesAreWatchedCloselyForAWhile() {
        Schedule schedule = new Schedule(TEMPO, List.of());
        Duration running = Duration.ofMinutes(20);

        assertThat(schedule.next(running, new Progress(30, 28, false, Duration.ofSeconds(2))))
                .isEqualTo(TEMPO.quick());
        assertThat(schedule.next(running, new Progress(30, 28, false, Duration.ofSeconds(32))))
                .isEqualTo(Duration.ofSeconds(16));
        assertThat(schedule.next(running, new Progress(30, 29, false, Duration.ofMinutes(10))))
                .isEqualTo(TEMPO.slow());
        assertThat(schedule.next(running, new Progress(2, 1, false, Duration.ZERO)))
                .as("of two resources one is not the last of many")
                .isEqualTo(TEMPO.slow());
    }

    @Test
    void theLastResourcesTellLessThanEarlierDurations() {
        Schedule schedule = new Schedule(TEMPO, history(30, 300, 0.1, new Random(1)));
        Duration running = Duration.ofSeconds(60);

        assertThat(schedule.next(running, new Progress(30, 29, false, Duration.ofSeconds(1))))
                .isEqualTo(schedule.next(running, Progress.UNKNOWN))
                .isGreaterThan(TEMPO.usual());
        assertThat(schedule.next(Duration.ofMinutes(20), new Progress(30, 29, false, Duration.ofSeconds(1))))
                .as("this one is unlike those before it")
                .isEqualTo(TEMPO.quick());
    }

    @Test
    void aFailureIsFollowedClosely() {
        Schedule schedule = new Schedule(TEMPO, history(30, 300, 0.1, new Random(1)));

        assertThat(schedule.next(Duration.ofSeconds(20), new Progress(30, 3, true, Duration.ofSeconds(1))))
                .isEqualTo(TEMPO.quick());
        assertThat(schedule.next(Duration.ofSeconds(20), new Progress(30, 3, false, Duration.ofSeconds(1))))
                .isGreaterThan(TEMPO.usual());
    }

    @Test
    void whileMuchIsLeftThereIsTime() {
        Schedule schedule = new Schedule(TEMPO, List.of());

        assertThat(schedule.next(Duration.ofSeconds(60), new Progress(30, 3, false, Duration.ZERO)))
                .isEqualTo(TEMPO.usual().multipliedBy(2));
        assertThat(schedule.next(Duration.ofSeconds(60), new Progress(30, 25, false, Duration.ZERO)))
                .isEqualTo(TEMPO.usual());
    }

    @Test
    void aTempoIsInOrder() {
        assertThatThrownBy(() -> new Tempo(Duration.ZERO, TEMPO.usual(), TEMPO.slow()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Tempo(TEMPO.usual(), TEMPO.quick(), TEMPO.slow()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
