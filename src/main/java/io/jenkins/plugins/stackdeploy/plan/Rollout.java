package io.jenkins.plugins.stackdeploy.plan;

import io.jenkins.plugins.stackdeploy.engine.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a plan goes through accounts and regions: what only plans for stack sets have.
 *
 * @param steps what is done, in order, a few words each
 * @param instances what happens to each instance: groups by change and region
 * @param preferences how operations go through them: those preferences that are given, by the names of the step's arguments
 * @param notes what else has to be known, one line each
 */
public record Rollout(
        List<String> steps, List<InstanceGroup> instances, Map<String, String> preferences, List<String> notes) {
    /** Makes the texts printable; nothing is null. */
    public Rollout {
        steps = steps == null ? List.of() : steps.stream().map(Text::oneLine).toList();
        instances = instances == null ? List.of() : List.copyOf(instances);
        Map<String, String> shown = new LinkedHashMap<>();
        if (preferences != null) {
            preferences.forEach((name, value) -> shown.put(Text.oneLine(name), Text.oneLine(value)));
        }
        preferences = shown;
        notes = notes == null ? List.of() : notes.stream().map(Text::oneLine).toList();
    }

    /**
     * How many instances a change is about, as far as that is known.
     *
     * @param change the change
     * @return 0 or more
     */
    public int count(InstanceChange change) {
        return instances.stream()
                .filter(group -> group.change() == change)
                .mapToInt(InstanceGroup::count)
                .sum();
    }

    /** Whether instances are created whose number only the cloud knows. */
    public boolean createsUncounted() {
        return instances.stream()
                .anyMatch(group -> group.change() == InstanceChange.CREATE
                        && !group.units().isEmpty());
    }
}
