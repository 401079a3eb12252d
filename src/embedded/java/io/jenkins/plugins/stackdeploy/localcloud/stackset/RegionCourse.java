package io.jenkins.plugins.stackdeploy.localcloud.stackset;

import io.jenkins.plugins.stackdeploy.localcloud.stack.Pace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.Function;

/**
 * The course of an operation in one region: as many accounts at a time as the limits allow, until all are done or too many
 * have failed.
 */
final class RegionCourse {
    static final String TOLERANCE_EXCEEDED = "Cancelled since failure tolerance has exceeded";

    private final List<TargetPlan> plans = new ArrayList<>();
    private final Queue<TargetPlan> running = new PriorityQueue<>(Comparator.comparing(TargetPlan::end));
    private final RegionLimits limits;
    private Instant now;
    private int failures;

    /**
     * Follows a region from beginning to end.
     *
     * @param targets its targets, in the order in which they are begun
     * @param work says what the work on a target is, once it is begun
     */
    RegionCourse(
            List<Target> targets, RegionLimits limits, Function<Target, TargetWork> work, Pace pace, Instant start) {
        this.limits = limits;
        this.now = start;
        for (Target target : targets) {
            while (!failed() && running.size() >= limits.concurrency(failures)) {
                finishNext();
            }
            if (failed()) {
                plans.add(TargetPlan.cancelled(target, now, TOLERANCE_EXCEEDED));
            } else {
                TargetWork begun = work.apply(target);
                TargetPlan plan = TargetPlan.begun(target, now, pace.after(now, begun.seconds()), begun);
                plans.add(plan);
                running.add(plan);
            }
        }
        while (!running.isEmpty()) {
            finishNext();
        }
    }

    /** Returns a plan for each target. */
    List<TargetPlan> plans() {
        return plans;
    }

    /** Returns when the last target that was begun is done. */
    Instant end() {
        return now;
    }

    /** Returns whether more targets failed than the region stands. */
    boolean failed() {
        return limits.exceededBy(failures);
    }

    /** Goes on to the moment at which something ends, and to everything that ends at that moment. */
    private void finishNext() {
        now = running.element().end();
        while (!running.isEmpty() && running.element().end().equals(now)) {
            if (running.remove().outcome() == ResultStatus.FAILED) {
                failures++;
            }
        }
    }
}
