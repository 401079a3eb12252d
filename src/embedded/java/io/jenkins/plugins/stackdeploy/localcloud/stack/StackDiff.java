package io.jenkins.plugins.stackdeploy.localcloud.stack;

import io.jenkins.plugins.stackdeploy.localcloud.template.Blueprint;
import io.jenkins.plugins.stackdeploy.localcloud.template.ResourceTarget;
import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Compares the resources that are there with those that are wanted. */
public final class StackDiff {
    private StackDiff() {}

    /**
     * Compares resource by resource.
     *
     * @param current what is there
     * @param goal what is wanted
     * @param recreate resources to make anew even if they are as wanted
     * @return wanted resources in dependency order, then those that are no longer wanted
     * @throws ApiError StackValidationFailed if a resource is wanted with another type than it has
     */
    public static List<Change> between(Map<String, ResourceState> current, Blueprint goal, Set<String> recreate) {
        List<Change> changes = new ArrayList<>();
        Set<String> replaced = new HashSet<>();
        for (ResourceTarget wanted : goal.resources().values()) {
            Change change = compare(current.get(wanted.logicalId()), wanted, recreate, replaced);
            if (change.replacement()) {
                replaced.add(wanted.logicalId());
            }
            changes.add(change);
        }
        for (ResourceState state : current.values()) {
            if (!goal.resources().containsKey(state.logicalId()) && state.exists() && !state.neverMade()) {
                changes.add(new Change(state.logicalId(), Change.Action.REMOVE, false, Set.of(), state, null));
            }
        }
        return changes;
    }

    private static Change compare(
            ResourceState state, ResourceTarget wanted, Set<String> recreate, Set<String> replaced) {
        String id = wanted.logicalId();
        if (state == null || !state.exists() || state.neverMade()) {
            return new Change(id, Change.Action.ADD, false, Set.of(), state, wanted);
        }
        if (!state.type().equals(wanted.type())) {
            throw new ApiError(
                    400,
                    "StackValidationFailed",
                    "resources." + id + ": The resource type cannot be changed from " + state.type() + " to "
                            + wanted.type() + ".");
        }
        Set<String> differing = differing(state.target(), wanted);
        boolean moved = wanted.dependencies().stream().anyMatch(replaced::contains);
        boolean replace = recreate.contains(id)
                || differing.stream().anyMatch(wanted.catalogued().replacing()::contains);
        boolean modify = replace || moved || state.broken() || !differing.isEmpty();
        return new Change(id, modify ? Change.Action.MODIFY : Change.Action.NONE, replace, differing, state, wanted);
    }

    private static Set<String> differing(ResourceTarget before, ResourceTarget after) {
        Set<String> names = new TreeSet<>();
        before.properties().fieldNames().forEachRemaining(names::add);
        after.properties().fieldNames().forEachRemaining(names::add);
        names.removeIf(
                name -> before.properties().path(name).equals(after.properties().path(name)));
        return names;
    }
}
