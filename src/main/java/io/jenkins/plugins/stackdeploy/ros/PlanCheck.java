package io.jenkins.plugins.stackdeploy.ros;

import io.jenkins.plugins.stackdeploy.plan.GivenCheck;
import io.jenkins.plugins.stackdeploy.plan.Plan;
import io.jenkins.plugins.stackdeploy.plan.PlanTemplate;
import io.jenkins.plugins.stackdeploy.template.TemplateLimits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what has moved since a plan was made. Makes no calls. */
final class PlanCheck {
    private final Plan plan;
    private final List<String> moved = new ArrayList<>();
    private final GivenCheck check;

    PlanCheck(Plan plan) {
        this.plan = plan;
        this.check = new GivenCheck(plan, moved);
    }

    /** What has moved, each in one sentence; empty when nothing has. */
    List<String> moved() {
        return moved;
    }

    /** Whether it is for this cloud and region, and still good. */
    void validity(String region, Instant now) {
        check.validity(PlanComposition.CLOUD, region, now);
    }

    /** What was given along with the plan; null for nothing. */
    void given(RosDeployRequest given) {
        if (given == null) {
            return;
        }
        RosTemplate template = given.template();
        if (template != null) {
            String body = template.body();
            check.template(
                    template.name(),
                    body == null
                            ? null
                            : PlanTemplate.planned(body, TemplateLimits.ROS).digest());
        }
        if (given.parameters() != null) {
            Map<String, String> values = new HashMap<>();
            given.parameters().forEach(parameter -> values.put(parameter.key(), parameter.value()));
            check.parameters(values);
        }
        check.settings(PlanSettings.of(given));
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
