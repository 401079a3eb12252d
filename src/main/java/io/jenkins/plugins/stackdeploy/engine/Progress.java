package io.jenkins.plugins.stackdeploy.engine;

import java.time.Duration;

/**
 * How far an operation is, as far as that is known.
 *
 * @param total how many things it is about; 0 when not known
 * @param done how many of them are done
 * @param failing whether something has failed, so that the end may come at any moment
 * @param quiet for how long nothing has changed
 */
public record Progress(int total, int done, boolean failing, Duration quiet) {
    private static final int NEARLY = 2;

    /** Nothing is known. */
    public static final Progress UNKNOWN = new Progress(0, 0, false, Duration.ZERO);

    private int left() {
        return Math.max(0, total - done);
    }

    /** Whether the last one or two are left. */
    boolean isNearlyDone() {
        return total > NEARLY && left() <= NEARLY;
    }

    /** Whether more than a third is left, so that the end cannot be near. */
    boolean isFarFromDone() {
        return left() > NEARLY && left() * 3 > total;
    }
}
