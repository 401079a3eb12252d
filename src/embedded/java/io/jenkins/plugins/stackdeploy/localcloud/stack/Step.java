package io.jenkins.plugins.stackdeploy.localcloud.stack;

import io.jenkins.plugins.stackdeploy.localcloud.template.ResourceTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One piece of work on one resource.
 *
 * @param logicalId the resource
 * @param kind what is done
 * @param goal what it becomes; null for a deletion
 * @param current what is there; null if nothing is
 * @param replacement whether an update makes a new resource
 * @param forgotten whether a deleted resource leaves the stack's list at once
 * @param after steps that must be done first
 */
record Step(
        String logicalId,
        StepKind kind,
        ResourceTarget goal,
        ResourceState current,
        boolean replacement,
        boolean forgotten,
        Set<String> after) {

    String type() {
        return goal != null ? goal.type() : current.type();
    }

    /** Whichever describes the resource best: what it becomes, else what it was. */
    ResourceTarget description() {
        return goal != null ? goal : current.target();
    }

    String currentPhysicalId() {
        return current == null ? "" : current.physicalId();
    }

    /** Returns the steps that make and change resources, each waiting for those that it depends on. */
    static List<Step> building(List<Change> changes) {
        List<Step> steps = new ArrayList<>();
        for (Change change : changes) {
            if (change.action() == Change.Action.ADD || change.action() == Change.Action.MODIFY) {
                StepKind kind = change.action() == Change.Action.ADD ? StepKind.CREATE : StepKind.UPDATE;
                steps.add(new Step(
                        change.logicalId(),
                        kind,
                        change.goal(),
                        change.current(),
                        change.replacement(),
                        false,
                        change.goal().dependencies()));
            }
        }
        return steps;
    }

    /** Returns the steps that delete resources, each waiting for those that depend on it. */
    static List<Step> deleting(List<ResourceState> resources, boolean forgotten) {
        Map<String, Set<String>> dependents =
                resources.stream().collect(Collectors.toMap(ResourceState::logicalId, r -> new TreeSet<>()));
        for (ResourceState resource : resources) {
            for (String dependency : resource.target().dependencies()) {
                dependents.computeIfPresent(dependency, (id, set) -> {
                    set.add(resource.logicalId());
                    return set;
                });
            }
        }
        Function<ResourceState, Step> step =
                r -> new Step(r.logicalId(), StepKind.DELETE, null, r, false, forgotten, dependents.get(r.logicalId()));
        return resources.stream().map(step).toList();
    }
}
