package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.Durations;
import io.jenkins.plugins.stackdeploy.engine.FailureSummary;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.engine.Turn;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * After every operation succeeded: whether the targeted instances are CURRENT, which is what was asked for. What the service
 * lists lags behind, so that instances which are not are looked at again before that counts.
 */
final class Verification {
    private static final int MOST_LOOKS = 4;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    private final StackSetWork work;
    /** Suspended accounts that do not count. */
    private final Predicate<Instance> mayBeSuspended;

    private int looks;

    Verification(StackSetWork work, Predicate<Instance> mayBeSuspended) {
        this.work = work;
        this.mayBeSuspended = mayBeSuspended;
    }

    /**
     * Looks at the instances.
     *
     * @param repairs whether those that operations can still bring up to date get one more operation
     * @return the end, or the next turn
     */
    Turn turn(boolean repairs) throws CloudException, IOException {
        List<Instance> all = work.inventory.settled();
        List<Instance> covered = work.targeting().covered(all);
        List<Instance> wrong = covered.stream()
                .filter(instance -> !instance.isCurrent())
                .filter(instance -> !(instance.isSuspended() && mayBeSuspended.test(instance)))
                .toList();
        boolean acted = !work.facts.plan.isEmpty();
        boolean failures = work.facts.plan.stream().anyMatch(PlannedOperation::hasFailures);
        List<Instance> stale = wrong.stream().filter(Instance::isUpdatable).toList();
        if (acted && !failures && !stale.isEmpty()) {
            looks++;
            if (looks < MOST_LOOKS) {
                work.inventory.forget();
                return Turn.after(BETWEEN_LOOKS.multipliedBy(looks));
            }
            if (repairs && !work.facts.repaired && work.facts.stop() == null) {
                work.facts.repaired = true;
                CallPlan repair = CallPlan.toRepair(work.targeting(), stale);
                work.say(Messages.Verify_repair(repair.words()));
                work.inventory.forget();
                return work.append(repair);
            }
        }
        sayOutdated(all);
        boolean tolerated = work.request.operations().tolerateFailures();
        if (!wrong.isEmpty() && !tolerated) {
            FailureSummary summary = new StackSetFailures(work, all).ofInstances(wrong, covered.size());
            work.tell(summary);
            return work.end(Outcome.Kind.FAILURE, summary.headline(), work.result());
        }
        return succeeded(all, covered, wrong);
    }

    /** What a deployment of some instances leaves as it was. */
    private void sayOutdated(List<Instance> all) {
        List<Place> outdated = all.stream()
                .filter(Instance::isOutdated)
                .filter(instance -> !work.targeting().covers(instance))
                .map(Instance::place)
                .toList();
        if (!outdated.isEmpty()) {
            work.say(Messages.Verify_outdated(Amounts.instances(outdated.size()), Amounts.some(outdated)));
        }
    }

    private Turn succeeded(List<Instance> all, List<Instance> covered, List<Instance> wrong) {
        List<Place> suspended = covered.stream()
                .filter(Instance::isSuspended)
                .map(Instance::place)
                .toList();
        if (!suspended.isEmpty()) {
            work.say(Messages.Left_suspended(Amounts.instances(suspended.size()), Amounts.some(suspended)));
        }
        if (!wrong.isEmpty()) {
            work.say(Messages.Verify_tolerated(
                    Amounts.instances(wrong.size()),
                    Amounts.some(wrong.stream().map(Instance::place).toList())));
        }
        String current =
                Amounts.text(covered.stream().filter(Instance::isCurrent).count());
        boolean unchanged = work.facts.submittedAt() == null;
        String message;
        if (unchanged) {
            message = Messages.Done_unchanged(work.name, current);
        } else if (all.isEmpty()) {
            message = Messages.Done_empty(work.name, Durations.tell(work.sinceBegin()));
        } else {
            message = Messages.Done_deployed(
                    work.name, current, Amounts.instances(covered.size()), Durations.tell(work.sinceBegin()));
        }
        work.say(message);
        return work.end(Outcome.Kind.SUCCESS, message, work.result());
    }
}
