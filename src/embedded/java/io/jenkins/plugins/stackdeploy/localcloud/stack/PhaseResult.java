package io.jenkins.plugins.stackdeploy.localcloud.stack;

import java.time.Instant;

/**
 * How a phase ended.
 *
 * @param end when
 * @param failure why it failed, or null
 * @param timedOut whether it was given up at the deadline
 */
record PhaseResult(Instant end, Failure failure, boolean timedOut) {
    boolean succeeded() {
        return failure == null && !timedOut;
    }
}
