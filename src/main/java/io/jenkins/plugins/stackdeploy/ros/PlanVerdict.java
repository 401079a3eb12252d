package io.jenkins.plugins.stackdeploy.ros;

import io.jenkins.plugins.stackdeploy.engine.Console;
import io.jenkins.plugins.stackdeploy.plan.Plan;
import io.jenkins.plugins.stackdeploy.plan.PlanPolicy;
import io.jenkins.plugins.stackdeploy.plan.PlannedChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Holds a plan against what is thought of changes that destroy something. */
final class PlanVerdict {
    private PlanVerdict() {}

    /**
     * Judges.
     *
     * @param plan the plan
     * @param replacements what is thought of replacing
     * @param deletions what is thought of deleting
     * @param console where to warn
     * @return why there must be no such plan, naming the resources; empty when there may
     */
    static Optional<String> on(Plan plan, PlanPolicy replacements, PlanPolicy deletions, Console console) {
        List<String> refused = new ArrayList<>();
        judge(replacements, plan.replacements(), true, refused, console);
        judge(deletions, plan.deletions(), false, refused, console);
        return refused.isEmpty()
                ? Optional.empty()
                : Optional.of(Messages.Plan_refused(plan.name(), String.join(" ", refused)));
    }

    private static void judge(
            PlanPolicy policy, List<PlannedChange> changes, boolean replace, List<String> refused, Console console) {
        if (changes.isEmpty() || policy == PlanPolicy.ALLOW) {
            return;
        }
        String names = changes.stream()
                .map(change -> change.logicalId() + " (" + change.type() + ")")
                .collect(Collectors.joining(", "));
        if (policy == PlanPolicy.WARN) {
            console.line(replace ? Messages.Plan_replaces(names) : Messages.Plan_deletes(names));
        } else {
            refused.add(replace ? Messages.Plan_mustNotReplace(names) : Messages.Plan_mustNotDelete(names));
        }
    }
}
