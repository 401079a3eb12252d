package io.jenkins.plugins.stackdeploy.engine;

import java.time.Duration;
import java.util.List;

/**
 * What earlier durations tell of the next one, taken as log-normal: most durations are, and a few of them are enough.
 *
 * @param median in seconds, more than 0
 * @param spread the standard deviation of the logarithm, at least 0; 0.15 is about 15 percent either way
 */
record Estimate(double median, double spread) {
    /** Where the durations are further apart than this, they tell less than a steady pace finds. */
    private static final double MOST_SPREAD = 0.3;

    private static final double LEAST_SPREAD = 0.05;
    /** What is believed of the spread before there are durations, and how many of them that counts for. */
    private static final double USUAL_SPREAD = 0.2;

    private static final int BELIEVED = 2;
    private static final Duration LEAST = Duration.ofSeconds(1);

    /**
     * Estimates.
     *
     * @param durations earlier ones
     * @return null when they tell nothing
     */
    static Estimate of(List<Duration> durations) {
        double[] logs = durations.stream()
                .filter(duration -> duration.compareTo(LEAST) >= 0)
                .mapToDouble(duration -> Math.log(Tempo.seconds(duration)))
                .toArray();
        if (logs.length == 0) {
            return null;
        }
        double sum = 0;
        for (double log : logs) {
            sum += log;
        }
        double mean = sum / logs.length;
        double squares = BELIEVED * USUAL_SPREAD * USUAL_SPREAD;
        for (double log : logs) {
            squares += (log - mean) * (log - mean);
        }
        double spread = Math.sqrt(squares / (BELIEVED + logs.length - 1));
        return spread > MOST_SPREAD ? null : new Estimate(Math.exp(mean), Math.max(LEAST_SPREAD, spread));
    }

    /** The part of operations that take longer than so many seconds. */
    double longerThan(double seconds) {
        return seconds <= 0 ? 1 : normalTail((Math.log(seconds) - Math.log(median)) / spread);
    }

    /** The density at so many seconds. */
    double density(double seconds) {
        if (seconds <= 0) {
            return 0;
        }
        double deviation = (Math.log(seconds) - Math.log(median)) / spread;
        return Math.exp(-deviation * deviation / 2) / (Math.sqrt(2 * Math.PI) * seconds * spread);
    }

    /** The upper tail of the normal distribution, to 1e-7. Abramowitz and Stegun, formula 26.2.17. */
    private static double normalTail(double deviation) {
        if (deviation < 0) {
            return 1 - normalTail(-deviation);
        }
        double term = 1 / (1 + 0.2316419 * deviation);
        double polynomial = term
                * (0.319381530
                        + term * (-0.356563782 + term * (1.781477937 + term * (-1.821255978 + term * 1.330274429))));
        return Math.exp(-deviation * deviation / 2) / Math.sqrt(2 * Math.PI) * polynomial;
    }
}
