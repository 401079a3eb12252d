package io.jenkins.plugins.stackdeploy.localcloud.stackset;

import io.jenkins.plugins.stackdeploy.localcloud.aws.MemberStacks;
import java.time.Instant;

/**
 * What happens to one target of an operation, and when.
 *
 * @param target account and region
 * @param start when it is begun, or null if it never is
 * @param end when its result is there
 * @param outcome SUCCEEDED, FAILED or CANCELLED
 * @param reason why it was not a success, or null
 * @param suspended whether it is left out because the account is suspended
 * @param stackId the stack that is worked on, or null if none is
 * @param failure what goes wrong with that stack, or null
 */
record TargetPlan(
        Target target,
        Instant start,
        Instant end,
        ResultStatus outcome,
        String reason,
        boolean suspended,
        String stackId,
        MemberStacks.Failure failure) {

    static TargetPlan cancelled(Target target, Instant at, String reason) {
        return new TargetPlan(target, null, at, ResultStatus.CANCELLED, reason, false, null, null);
    }

    static TargetPlan skipped(Target target, Instant at) {
        String reason = "The account " + target.account() + " is suspended.";
        return new TargetPlan(target, null, at, ResultStatus.CANCELLED, reason, true, null, null);
    }

    static TargetPlan begun(Target target, Instant start, Instant end, TargetWork work) {
        ResultStatus outcome = work.reason() == null ? ResultStatus.SUCCEEDED : ResultStatus.FAILED;
        return new TargetPlan(target, start, end, outcome, work.reason(), false, work.stackId(), work.failure());
    }

    /** Returns what can be seen of it at some moment. */
    ResultStatus at(Instant now) {
        if (!now.isBefore(end)) {
            return outcome;
        }
        return begunBy(now) ? ResultStatus.RUNNING : ResultStatus.PENDING;
    }

    boolean begunBy(Instant now) {
        return start != null && !start.isAfter(now);
    }
}
