package io.jenkins.plugins.stackdeploy.localcloud.awsstack;

import io.jenkins.plugins.stackdeploy.localcloud.template.Blueprint;
import io.jenkins.plugins.stackdeploy.localcloud.template.ResourceTarget;
import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Compares the resources that are there with those that are wanted. */
public final class ResourceDiff {
    private ResourceDiff() {}

    /**
     * Compares resource by resource.
     *
     * @return what differs: wanted resources in dependency order, then those that are no longer wanted
     * @throws ApiError ValidationError if a resource is wanted with another type than it has
     */
    public static List<ResourceChange> between(AwsSnapshot current, Blueprint goal) {
        List<ResourceChange> changes = new ArrayList<>();
        Set<String> replaced = new HashSet<>();
        for (ResourceTarget wanted : goal.resources().values()) {
            AwsResource there = current.existing(wanted.logicalId());
            if (there == null) {
                changes.add(new ResourceChange(ResourceChange.Action.Add, null, wanted, false, Set.of()));
            } else {
                compare(there, wanted, replaced, changes);
            }
        }
        for (AwsResource there : current.resources()) {
            if (there.exists() && !goal.resources().containsKey(there.logicalId())) {
                changes.add(new ResourceChange(ResourceChange.Action.Remove, there, null, false, Set.of()));
            }
        }
        return changes;
    }

    private static void compare(
            AwsResource there, ResourceTarget wanted, Set<String> replaced, List<ResourceChange> changes) {
        if (!there.type().equals(wanted.type())) {
            throw new ApiError(
                    400,
                    "ValidationError",
                    "Update of resource type is not permitted. The new template modifies resource type of the following"
                            + " resources: [" + wanted.logicalId() + "]");
        }
        Set<String> differing = differing(there.target(), wanted);
        boolean replace = differing.stream().anyMatch(wanted.catalogued().replacing()::contains);
        boolean moved = wanted.dependencies().stream().anyMatch(replaced::contains);
        boolean described = !wanted.metadata().equals(there.target().metadata());
        if (replace) {
            replaced.add(wanted.logicalId());
        }
        if (moved || described || !differing.isEmpty() || there.status().endsWith("_FAILED")) {
            changes.add(new ResourceChange(ResourceChange.Action.Modify, there, wanted, replace, differing));
        }
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
