package io.jenkins.plugins.stackdeploy.bench;

import java.util.function.DoubleUnaryOperator;

/**
 * When a program looks whether a stack is done.
 *
 * @param name what it is called in the tables
 * @param next the moment of the look after one, in seconds from the beginning
 * @param eventSeconds how often events are read besides; 0 for never
 */
record PollingModel(String name, DoubleUnaryOperator next, double eventSeconds) {
    static PollingModel fixed(String name, double seconds, double eventSeconds) {
        return new PollingModel(name, at -> at + seconds, eventSeconds);
    }

    static PollingModel backoff(String name, double first, double factor, double most) {
        // After the looks at first x (1 + factor + ... ) the next interval follows from the moment alone.
        return new PollingModel(name, at -> at + Math.min(most, at * (factor - 1) + first), 0);
    }

    /**
     * Waits for a stack that is done at some moment.
     *
     * @return the moment of the look that sees it, and how many calls there were until then
     */
    double[] waitFor(double seconds) {
        double at = 0;
        long looks = 0;
        while (at < seconds) {
            at = next.applyAsDouble(at);
            looks++;
        }
        return new double[] {at, looks + (eventSeconds > 0 ? Math.floor(at / eventSeconds) : 0)};
    }
}
