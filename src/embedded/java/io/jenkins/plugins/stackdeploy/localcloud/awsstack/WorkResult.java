package io.jenkins.plugins.stackdeploy.localcloud.awsstack;

import java.time.Instant;
import java.util.List;

/**
 * How a phase ended.
 *
 * @param end when
 * @param failed the resources that failed and those that were cancelled because of it
 * @param timedOut whether it was given up at the deadline
 */
record WorkResult(Instant end, List<String> failed, boolean timedOut) {
    boolean succeeded() {
        return failed.isEmpty() && !timedOut;
    }

    /** The words with which CloudFormation sums up. */
    String summary(String verb) {
        return "The following resource(s) failed to " + verb + ": [" + String.join(", ", failed) + "]. ";
    }
}
