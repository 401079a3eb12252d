package io.jenkins.plugins.stackdeploy.engine;

import java.time.Duration;
import java.util.List;

/**
 * When to look at an operation next, so that its end is seen soon at few calls.
 *
 * <p>With no knowledge a steady pace is best: looks times mean delay is half the duration, whatever the pace. Knowledge does
 * better, and there are two kinds. Earlier durations of the same operation on the same stack tell when the end is likely: by
 * Keller's rule (Management Science 21(3), 1974) looks are best as dense as the square root of the hazard, the probability
 * that what has not ended yet ends now. And the resources that are left tell whether the end can be near at all.
 *
 * <p>Whatever is known, no wait is longer than twice that of a steady pace with as many looks; and when an operation takes
 * longer than nearly all before it, the pace is steady again.
 */
public final class Schedule {
    /** Looks per root of a second at a pace of {@value #PACE} seconds: 19 for 90 seconds, 35 for 300. */
    private static final double LOOKS = 1.97;

    private static final double PACE = 4.8;
    /** The part of operations that end at any moment, because they fail or there was little to do. */
    private static final double ANY_MOMENT = 0.03;
    /** When so few operations have taken longer, this one is not like them. */
    private static final double UNLIKE = 0.01;

    private static final double MOST_TIMES = 2;
    private static final double FAR_FROM_DONE = 2;
    /** The part of the time since the last news that is waited at most where news may come at any moment. */
    private static final double OF_QUIET = 0.5;

    private final Tempo tempo;
    /** Null when nothing is known. */
    private final Estimate estimate;

    private final double looks;
    private final double density;

    /**
     * A schedule for one operation.
     *
     * @param tempo how often its cloud is looked at
     * @param earlier how long the same operation took before; may be empty
     */
    public Schedule(Tempo tempo, List<Duration> earlier) {
        this.tempo = tempo;
        this.estimate = Estimate.of(earlier);
        this.looks = estimate == null ? 0 : LOOKS * Math.sqrt(estimate.median()) * PACE / Tempo.seconds(tempo.usual());
        this.density = estimate == null ? 0 : densityFor(looks);
    }

    /**
     * How long to wait until the next look.
     *
     * @param running for how long the operation has been running
     * @param progress how far it is
     * @return at least the tempo's shortest wait
     */
    public Duration next(Duration running, Progress progress) {
        double seconds = Math.max(0, Tempo.seconds(running));
        boolean expected = estimate != null && estimate.longerThan(seconds) > UNLIKE;
        double wait = expected ? byHazard(seconds, density) : tempo.periodic(seconds);
        // With one left of many the end may still be far away: earlier durations know better when it comes.
        if (progress.failing() || (progress.isNearlyDone() && !expected)) {
            wait = Math.min(wait, Tempo.seconds(progress.quiet()) * OF_QUIET);
        } else if (progress.isFarFromDone()) {
            wait = Math.min(wait * FAR_FROM_DONE, longest(seconds));
        }
        return Duration.ofMillis(Math.round(Math.max(wait, tempo.quickest()) * 1_000));
    }

    private double byHazard(double seconds, double factor) {
        double wait = 1 / (factor * Math.sqrt(hazard(seconds)));
        return Math.max(tempo.quickest(), Math.min(wait, longest(seconds)));
    }

    private double longest(double seconds) {
        double steady = tempo.periodic(seconds);
        return MOST_TIMES * (estimate == null ? steady : Math.max(steady, estimate.median() / looks));
    }

    private double hazard(double seconds) {
        double early = ANY_MOMENT * Math.exp(-seconds / estimate.median());
        double ends = (1 - ANY_MOMENT) * estimate.density(seconds) + early / estimate.median();
        return ends / remaining(seconds);
    }

    /** The part of operations that have not ended after so many seconds. */
    private double remaining(double seconds) {
        return (1 - ANY_MOMENT) * estimate.longerThan(seconds) + ANY_MOMENT * Math.exp(-seconds / estimate.median());
    }

    /** The density that is expected to need a number of looks, or the greatest there is. */
    private double densityFor(double wanted) {
        double low = 1e-3;
        double high = 1e3;
        for (int step = 0; step < 30; step++) {
            double middle = Math.sqrt(low * high);
            if (expectedLooks(middle) > wanted) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return low;
    }

    private double expectedLooks(double factor) {
        double expected = 0;
        double seconds = 0;
        while (seconds < 3 * estimate.median()) {
            double wait = byHazard(seconds, factor);
            expected += remaining(seconds + wait / 2);
            seconds += wait;
        }
        return expected;
    }
}
