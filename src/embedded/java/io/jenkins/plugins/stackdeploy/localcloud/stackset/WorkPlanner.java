package io.jenkins.plugins.stackdeploy.localcloud.stackset;

import io.jenkins.plugins.stackdeploy.localcloud.aws.MemberStacks;
import io.jenkins.plugins.stackdeploy.localcloud.stack.Pace;
import io.jenkins.plugins.stackdeploy.localcloud.template.AwsTemplate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Decides what the work on each target of an operation is: how long it takes, whether it fails, and on which stack. */
final class WorkPlanner {
    private static final double LOOK_SECONDS = 4;

    private final Pace pace;
    private final InstanceDurations durations;
    private final InstanceFailures failures;
    private final Organization organization;

    WorkPlanner(Pace pace, InstanceDurations durations, InstanceFailures failures, Organization organization) {
        this.pace = pace;
        this.durations = durations;
        this.failures = failures;
        this.organization = organization;
    }

    Pace pace() {
        return pace;
    }

    OperationPlan plan(StackSetRecord set, OperationDraft draft, List<Target> targets, Instant now) {
        return OperationPlan.of(
                targets, draft.preferences(), organization::isSuspended, target -> work(set, draft, target), pace, now);
    }

    private TargetWork work(StackSetRecord set, OperationDraft draft, Target target) {
        String stackId = set.instance(target).map(StackInstance::stackId).orElse(null);
        if (draft.action() == OperationAction.DETECT_DRIFT
                || draft.action() == OperationAction.DELETE && (draft.retainStacks() || stackId == null)) {
            return new TargetWork(LOOK_SECONDS, null, null, null);
        }
        Optional<InstanceFailure> failure =
                failures.take(set.name(), target, draft.action(), parameters(set, draft, target));
        String id = stackId == null ? newStackId(set, target) : stackId;
        double seconds = durations.of(target);
        if (failure.isEmpty()) {
            return new TargetWork(seconds, null, id, null);
        }
        String reason = failure.get().reason();
        String logicalId = failure.get().logicalId();
        return logicalId.isEmpty()
                ? new TargetWork(LOOK_SECONDS, reason, null, null)
                : new TargetWork(
                        seconds, blame(set, logicalId, reason), id, new MemberStacks.Failure(logicalId, reason));
    }

    private static Map<String, String> parameters(StackSetRecord set, OperationDraft draft, Target target) {
        Map<String, String> before =
                set.instance(target).map(StackInstance::overrides).orElse(Map.of());
        Map<String, String> values = new TreeMap<>(set.settings().parameters());
        values.putAll(draft.overrides() == null ? before : draft.overrides().applyTo(before));
        return values;
    }

    private static String blame(StackSetRecord set, String logicalId, String reason) {
        var resource =
                AwsTemplate.parse(set.settings().templateBody()).resources().get(logicalId);
        return "ResourceLogicalId:" + logicalId + ", ResourceType:" + (resource == null ? "" : resource.type())
                + ", ResourceStatusReason:" + reason + ".";
    }

    private static String newStackId(StackSetRecord set, Target target) {
        return "arn:aws:cloudformation:" + target.region() + ":" + target.account() + ":stack/StackSet-" + set.name()
                + "-" + UUID.randomUUID() + "/" + UUID.randomUUID();
    }
}
