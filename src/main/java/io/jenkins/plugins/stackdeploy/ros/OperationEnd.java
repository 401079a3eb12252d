package io.jenkins.plugins.stackdeploy.ros;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Tells whether what a look saw is the end of the operation that is being watched. */
final class OperationEnd {
    /** A failed status that a rollback may follow counts as the end when it has lasted this long. */
    private static final Duration ROLLBACK_GRACE = Duration.ofSeconds(30);

    private static final int ROLLBACK_LOOKS = 3;

    private final RosOperation operation;
    private final InstantSource clock;
    private final boolean mayRollBack;
    private Instant failedSince;
    private int failedLooks;

    /**
     * For one operation.
     *
     * @param operation what the stack was like before it
     * @param clock tells the time
     * @param mayRollBack whether ROS may go on to roll back after a failed status
     */
    OperationEnd(RosOperation operation, InstantSource clock, boolean mayRollBack) {
        this.operation = operation;
        this.clock = clock;
        this.mayRollBack = mayRollBack;
    }

    /**
     * Whether this is the end.
     *
     * @param stack what was seen; its status is a known one
     * @param feed knows whether the operation's own events tell of its end
     * @return true when the status stays
     */
    boolean isReached(RosStack stack, EventFeed feed) {
        RosStatus.Phase phase = stack.phase();
        if (phase == RosStatus.Phase.RUNNING) {
            operation.seenRunning = true;
        }
        if (phase == RosStatus.Phase.RUNNING || phase == RosStatus.Phase.EMPTY || isStale(stack, feed)) {
            failedSince = null;
            failedLooks = 0;
            return false;
        }
        return phase != RosStatus.Phase.FAILED || !mayRollBack || hasLasted();
    }

    /** Whether it looks like the end, and may yet turn out to be a pause before the rollback. */
    boolean isInDoubt() {
        return failedSince != null;
    }

    private boolean hasLasted() {
        Instant now = clock.instant();
        if (failedSince == null) {
            failedSince = now;
        }
        failedLooks++;
        return failedLooks >= ROLLBACK_LOOKS && !now.isBefore(failedSince.plus(ROLLBACK_GRACE));
    }

    /** Right after it accepted a request, ROS may still answer what the stack was like before. */
    private boolean isStale(RosStack stack, EventFeed feed) {
        return !operation.seenRunning && operation.isAsBefore(stack) && !feed.ended();
    }
}
