package io.jenkins.plugins.stackdeploy.localcloud.stackset;

import io.jenkins.plugins.stackdeploy.localcloud.stack.Pace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What an operation does to all its targets.
 *
 * @param targets by account and region
 * @param end when the operation is over
 * @param failed whether a region had more failures than tolerated
 */
record OperationPlan(List<TargetPlan> targets, Instant end, boolean failed) {
    private static final double PREPARE_SECONDS = 2;
    private static final double CONCLUDE_SECONDS = 1;
    private static final double CANCEL_SECONDS = 0.5;

    /**
     * Plans an operation.
     *
     * @param suspended tells the accounts that are left out
     * @param work says what the work on a target is; asked only for targets that are begun
     * @param start when the operation begins
     */
    static OperationPlan of(
            Collection<Target> targets,
            Preferences preferences,
            Predicate<String> suspended,
            Function<Target, TargetWork> work,
            Pace pace,
            Instant start) {
        Instant first = pace.after(start, PREPARE_SECONDS);
        Map<Target, TargetPlan> plans = new TreeMap<>();
        Instant now = first;
        boolean failed = false;
        for (List<Target> region : byRegion(targets, preferences.regionOrder()).values()) {
            List<Target> active = new ArrayList<>();
            for (Target target : region) {
                if (suspended.test(target.account())) {
                    plans.put(target, TargetPlan.skipped(target, first));
                } else {
                    active.add(target);
                }
            }
            boolean parallel = preferences.regionConcurrency() == RegionConcurrency.PARALLEL;
            if (failed && !parallel) {
                for (Target target : active) {
                    plans.put(target, TargetPlan.cancelled(target, now, RegionCourse.TOLERANCE_EXCEEDED));
                }
                continue;
            }
            RegionLimits limits = RegionLimits.of(preferences, region.size());
            RegionCourse course = new RegionCourse(active, limits, work, pace, parallel ? first : now);
            course.plans().forEach(plan -> plans.put(plan.target(), plan));
            failed |= course.failed();
            now = course.end().isAfter(now) ? course.end() : now;
        }
        return new OperationPlan(List.copyOf(plans.values()), pace.after(now, CONCLUDE_SECONDS), failed);
    }

    /** Returns the same plan, cut off: what has not begun by a moment never does. */
    OperationPlan stoppedAt(Instant moment, Pace pace, String reason) {
        Instant last = pace.after(moment, CANCEL_SECONDS);
        List<TargetPlan> cut = new ArrayList<>();
        for (TargetPlan plan : targets) {
            boolean stays = plan.begunBy(moment) || !plan.end().isAfter(moment);
            TargetPlan now =
                    stays ? plan : TargetPlan.cancelled(plan.target(), pace.after(moment, CANCEL_SECONDS), reason);
            cut.add(now);
            last = now.end().isAfter(last) ? now.end() : last;
        }
        return new OperationPlan(List.copyOf(cut), pace.after(last, CONCLUDE_SECONDS), failed);
    }

    /** The regions of the order first, then the others in alphabetical order; in each the accounts in order. */
    private static Map<String, List<Target>> byRegion(Collection<Target> targets, List<String> order) {
        Set<String> regions = new LinkedHashSet<>(order);
        targets.stream().map(Target::region).sorted().forEach(regions::add);
        Map<String, List<Target>> result = new LinkedHashMap<>();
        regions.forEach(region -> result.put(region, new ArrayList<>()));
        targets.stream().sorted().forEach(target -> result.get(target.region()).add(target));
        return result;
    }
}
