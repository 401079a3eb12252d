package io.jenkins.plugins.stackdeploy.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * Lag and calls over many deployments.
 *
 * @param calls per deployment
 * @param mean lag in seconds
 * @param p95 the lag that 95 of 100 keep below, in seconds
 */
record Sample(double calls, double mean, double p95) {
    static Sample of(List<Double> lags, double calls) {
        List<Double> sorted = lags.stream().sorted().toList();
        double mean = sorted.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        return new Sample(calls, mean, sorted.get((int) Math.ceil(0.95 * sorted.size()) - 1));
    }

    static Sample of(double[] durations, PollingModel model) {
        List<Double> lags = new ArrayList<>();
        double calls = 0;
        for (double seconds : durations) {
            double[] seen = model.waitFor(seconds);
            lags.add(seen[0] - seconds);
            calls += seen[1];
        }
        return of(lags, calls / durations.length);
    }

    @Override
    public String toString() {
        return Markdown.seconds(mean) + " at " + Markdown.number(calls) + " calls";
    }
}
