package io.jenkins.plugins.stackdeploy.ros;

import io.jenkins.plugins.stackdeploy.plan.ParameterChange;
import io.jenkins.plugins.stackdeploy.plan.Plan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds what has moved since a plan was made. Makes no calls. */
final class PlanCheck {
    private final Plan plan;
    private final List<String> moved = new ArrayList<>();

    PlanCheck(Plan plan) {
        this.plan = plan;
    }

    /** What has moved, each in one sentence; empty when nothing has. */
    List<String> moved() {
        return moved;
    }

    /** Whether it is for this cloud and region, and still good. */
    void validity(String region, Instant now) {
        if (!plan.cloud().equals(PlanComposition.CLOUD)) {
            moved.add(Messages.Moved_cloud(plan.cloud()));
        }
        if (!plan.region().equals(region)) {
            moved.add(Messages.Moved_region(plan.region(), region));
        }
        if (plan.isExpired(now)) {
            moved.add(Messages.Moved_expired(plan.expiresAt()));
        }
    }

    /** What was given along with the plan; null for nothing. */
    void given(RosDeployRequest given) {
        if (given == null) {
            return;
        }
        template(given.template());
        parameters(given.parameters());
        PlanSettings.of(given).forEach((name, value) -> {
            Object planned = plan.desired().get(name);
            if (!value.equals(planned)) {
                moved.add(Messages.Moved_setting(name, value, planned == null ? "-" : planned));
            }
        });
    }

    private void template(RosTemplate template) {
        if (template == null) {
            return;
        }
        boolean same = template.body() == null
                ? template.name().equals(plan.desired().get("template"))
                : PlanTemplate.planned(template.body())
                        .digest()
                        .equals(plan.desired().get("templateDigest"));
        if (!same) {
            moved.add(Messages.Moved_template(template.name()));
        }
    }

    /** Values of secret parameters cannot be compared. */
    private void parameters(List<RosParameter> parameters) {
        if (parameters == null) {
            return;
        }
        Map<String, String> given = new TreeMap<>();
        parameters.forEach(parameter -> given.put(parameter.key(), parameter.value()));
        Map<?, ?> planned = plan.desired().get("parameters") instanceof Map<?, ?> map ? map : Map.of();
        List<?> secret = plan.desired().get("secretParameters") instanceof List<?> list ? list : List.of();
        TreeSet<String> names = new TreeSet<>(given.keySet());
        planned.keySet().forEach(name -> names.add(String.valueOf(name)));
        secret.forEach(name -> names.add(String.valueOf(name)));
        for (String name : names) {
            boolean wasPlanned = planned.containsKey(name) || secret.contains(name);
            if (!given.containsKey(name)) {
                moved.add(Messages.Moved_parameterMissing(name));
            } else if (!wasPlanned) {
                moved.add(Messages.Moved_parameterNew(name));
            } else if (!secret.contains(name) && !Objects.equals(planned.get(name), given.get(name))) {
                moved.add(Messages.Moved_parameter(name, shown(given.get(name)), planned.get(name)));
            }
        }
    }

    private static String shown(String value) {
        return value == null ? ParameterChange.HIDDEN : value;
    }

    /** The change set: it must be there, wait for its execution, and do what the plan shows. */
    void changeSet(Optional<RosChangeSet> found) {
        if (found.isEmpty()) {
            moved.add(Messages.Moved_changeSetGone(plan.changeSetId()));
            return;
        }
        RosChangeSet changeSet = found.get();
        if (changeSet.isExecuted()) {
            moved.add(Messages.Moved_changeSetExecuted(plan.changeSetId(), changeSet.executionStatus()));
        } else if (!changeSet.isAvailable()) {
            moved.add(Messages.Moved_changeSet(plan.changeSetId(), changeSet.status(), changeSet.executionStatus()));
        }
        if (!changeSet.stackId().equals(plan.stackId()) || !changeSet.changes().equals(plan.changes())) {
            moved.add(Messages.Moved_changeSetOther(plan.changeSetId()));
        }
    }

    /** The live stack: it must be the one that the plan was computed from, untouched since. */
    void live(Optional<RosStack> found) {
        if (found.isEmpty() || found.get().phase() == RosStatus.Phase.DELETED) {
            moved.add(Messages.Moved_stackGone(plan.stackId()));
            return;
        }
        RosStack stack = found.get();
        if (!stack.id().equals(plan.stackId())) {
            moved.add(Messages.Moved_stack(plan.stackId(), stack.id()));
        }
        Object status = plan.live().get("status");
        if (!stack.status().equals(status)) {
            moved.add(Messages.Moved_status(stack.status(), status));
        }
        Object updateTime = plan.live().get("updateTime");
        if (updateTime != null && !stack.updateTime().equals(updateTime)) {
            moved.add(Messages.Moved_updateTime(stack.updateTime(), updateTime));
        }
    }
}
