package io.jenkins.plugins.stackdeploy.localcloud.awsstack;

import io.jenkins.plugins.stackdeploy.localcloud.template.ResourceTarget;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is to be done to one resource.
 *
 * @param kind what is done
 * @param goal what it becomes; null for a deletion
 * @param current what is there; null if nothing is
 * @param replacement whether an update makes a new resource
 * @param after logical ids of the resources whose work must be done first
 */
record Work(AwsOperation.Kind kind, ResourceTarget goal, AwsResource current, boolean replacement, Set<String> after) {

    String logicalId() {
        return goal != null ? goal.logicalId() : current.logicalId();
    }

    String type() {
        return goal != null ? goal.type() : current.type();
    }

    String physicalId() {
        return current == null ? "" : current.physicalId();
    }

    /** Whichever describes the resource best: what it becomes, else what it was; null if neither is known. */
    ResourceTarget description() {
        return goal != null ? goal : current.target();
    }

    boolean makesNew() {
        return kind == AwsOperation.Kind.CREATE || replacement;
    }

    /** Returns the deletions of resources, each waiting for those of the resources that depend on it. */
    static List<Work> deleting(Collection<AwsResource> resources) {
        return resources.stream()
                .map(resource -> new Work(
                        AwsOperation.Kind.DELETE,
                        null,
                        resource,
                        false,
                        resources.stream()
                                .filter(other -> other.target() != null
                                        && other.target().dependencies().contains(resource.logicalId()))
                                .map(AwsResource::logicalId)
                                .collect(Collectors.toSet())))
                .toList();
    }
}
