package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.engine.FailureSummary;
import io.jenkins.plugins.stackdeploy.engine.Text;
import io.jenkins.plugins.stackdeploy.template.ResourceLine;
import io.jenkins.plugins.stackdeploy.template.TemplateLimits;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells which instances failed and why: those that really failed, by reason, before those that were given up with them. */
final class StackSetFailures {
    /** How many reasons are shown in full. */
    private static final int MOST_REASONS = 10;

    /** How many more places of one reason are named. */
    private static final int MOST_PLACES = 10;

    private static final String STACK_TYPE = "AWS::CloudFormation::Stack";

    private final StackSetWork work;
    private final List<Instance> all;

    /**
     * An explainer.
     *
     * @param work what failed
     * @param all all instances of the stack set, read after that
     */
    StackSetFailures(StackSetWork work, List<Instance> all) {
        this.work = work;
        this.all = all;
    }

    /**
     * Explains an operation that did not do what it was to do.
     *
     * @param planned the operation
     * @param results its results, read to the end
     * @return the summary
     */
    FailureSummary ofOperation(PlannedOperation planned, OperationResults results) {
        Map<Place, Instance> instances = new LinkedHashMap<>();
        all.forEach(instance -> instances.put(instance.place(), instance));
        List<FailedInstance> failed = results.all().stream()
                .filter(Result::isFailure)
                .map(result -> new FailedInstance(
                        result.place(), result.status(), result.reason(), stackId(instances.get(result.place()))))
                .toList();
        List<String> followers = results.all().stream()
                .filter(Result::isCancelled)
                .map(result -> result.place() + "  " + result.status() + "  " + Text.oneLine(result.reason()))
                .toList();
        List<String> advice = new ArrayList<>();
        if (OperationStatus.STOPPED.name().equals(planned.status)) {
            advice.add(Messages.Next_stopped(planned.id));
        }
        int total = Math.max(planned.expected, results.all().size());
        return summary(headline(planned, failed, total), failed, followers, advice);
    }

    private static String stackId(Instance instance) {
        return instance == null ? "" : instance.stackId();
    }

    private String headline(PlannedOperation planned, List<FailedInstance> failed, int total) {
        if (OperationStatus.STOPPED.name().equals(planned.status)) {
            return Messages.Failure_stopped(work.name, planned.id);
        }
        if (failed.isEmpty()) {
            return Messages.Failure_unexplained(work.name, planned.id, planned.status, orEmpty(planned.reason));
        }
        FailedInstance first = FailedInstance.byReason(failed).get(0).get(0);
        return Messages.Failure_instances(
                work.name,
                Amounts.text(failed.size()),
                Amounts.instances(total),
                first.place().toString(),
                Text.oneLine(first.reason()));
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    /**
     * Explains that instances are not CURRENT though every operation succeeded.
     *
     * @param wrong these instances, at least one
     * @param total how many were targeted
     * @return the summary
     */
    FailureSummary ofInstances(Collection<Instance> wrong, int total) {
        List<FailedInstance> failed = wrong.stream()
                .map(instance ->
                        new FailedInstance(instance.place(), status(instance), instance.reason(), instance.stackId()))
                .toList();
        String headline = Messages.Failure_notCurrent(
                work.name,
                Amounts.text(failed.size()),
                Amounts.instances(total),
                Amounts.some(failed.stream().map(FailedInstance::place).toList()));
        return summary(headline, failed, List.of(), new ArrayList<>());
    }

    private static String status(Instance instance) {
        return instance.detail().isEmpty() || instance.detail().equals(instance.status())
                ? instance.status()
                : instance.status() + " (" + instance.detail() + ")";
    }

    private FailureSummary summary(
            String headline, List<FailedInstance> failed, List<String> followers, List<String> advice) {
        List<List<FailedInstance>> groups = FailedInstance.byReason(failed);
        List<FailureSummary.Cause> causes = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        for (List<FailedInstance> group : groups.subList(0, Math.min(MOST_REASONS, groups.size()))) {
            FailureSummary.Cause cause = cause(group);
            causes.add(cause);
            reasons.add(cause.reason() + "\n" + group.get(0).reason());
        }
        if (groups.size() > MOST_REASONS) {
            advice.add(Messages.Next_moreReasons(Amounts.text(groups.size() - MOST_REASONS)));
        }
        advice.addAll(StackSetAdvice.on(reasons));
        List<Place> inoperable = all.stream()
                .filter(work.targeting()::covers)
                .filter(instance -> !instance.isUpdatable())
                .map(Instance::place)
                .toList();
        if (!inoperable.isEmpty()) {
            advice.add(Messages.Next_inoperable(Amounts.some(inoperable)));
        }
        work.context.members().notes().forEach(work::say);
        return new FailureSummary(headline, causes, followers, left(), advice);
    }

    /** One reason, with the resource behind it where that can be read. */
    private FailureSummary.Cause cause(List<FailedInstance> group) {
        FailedInstance first = group.get(0);
        Optional<ResourceFailure> resource = work.context
                .members()
                .firstFailure(first.place().account(), first.place().region(), first.stackId());
        StringBuilder reason = new StringBuilder(resource.map(ResourceFailure::reason)
                .filter(text -> !text.isBlank())
                .orElse(first.reason()));
        if (!first.stackId().isEmpty()) {
            reason.append('\n').append(Messages.Failure_stack(first.stackId()));
        }
        if (group.size() > 1) {
            same(group.subList(1, group.size()))
                    .forEach(line -> reason.append('\n').append(line));
        }
        return new FailureSummary.Cause(
                first.place() + resource.map(failed -> "/" + failed.logicalId()).orElse(""),
                resource.map(ResourceFailure::type).orElse(STACK_TYPE),
                resource.map(ResourceFailure::status).orElse(first.status()),
                reason.toString(),
                resource.flatMap(failed -> source(failed.logicalId())).orElse(null));
    }

    /** The others of one reason: the first ones each with its account, region and stack, the rest counted. */
    private static List<String> same(List<FailedInstance> others) {
        List<String> lines = new ArrayList<>();
        lines.add(Messages.Failure_same(Amounts.text(others.size())));
        others.stream()
                .limit(MOST_PLACES)
                .map(other -> "  " + other.place() + (other.stackId().isEmpty() ? "" : "  " + other.stackId()))
                .forEach(lines::add);
        if (others.size() > MOST_PLACES) {
            lines.add("  " + Messages.Failure_more(Amounts.text(others.size() - MOST_PLACES)));
        }
        return lines;
    }

    private Optional<String> source(String logicalId) {
        StackSetTemplate template = work.template();
        return template == null || template.body() == null
                ? Optional.empty()
                : ResourceLine.of(template.name(), template.body(), TemplateLimits.CLOUDFORMATION_S3, logicalId);
    }

    /** What the stack set and its instances are left in. */
    private String left() {
        StringBuilder left = new StringBuilder();
        boolean updated = work.facts.plan.stream()
                .anyMatch(planned -> planned.kind == PlannedOperation.Kind.UPDATE_SET && planned.acceptedAt != null);
        if (updated) {
            left.append(Messages.Left_updated()).append(' ');
        }
        long current = all.stream().filter(Instance::isCurrent).count();
        long outdated = all.stream().filter(Instance::isOutdated).count();
        long inoperable =
                all.stream().filter(instance -> !instance.isUpdatable()).count();
        left.append(Messages.Left_counts(Amounts.text(current), Amounts.text(outdated), Amounts.text(inoperable)));
        List<Place> suspended =
                all.stream().filter(Instance::isSuspended).map(Instance::place).toList();
        if (!suspended.isEmpty()) {
            left.append(' ')
                    .append(Messages.Left_suspended(Amounts.instances(suspended.size()), Amounts.some(suspended)));
        }
        return left.toString();
    }
}
