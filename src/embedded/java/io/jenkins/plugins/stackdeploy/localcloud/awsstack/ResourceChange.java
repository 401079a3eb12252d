package io.jenkins.plugins.stackdeploy.localcloud.awsstack;

import io.jenkins.plugins.stackdeploy.localcloud.template.ResourceTarget;
import java.util.Set;

/**
 * What an update has to do to one resource.
 *
 * @param action what has to be done, spelled as change sets spell it
 * @param current what is there, or null
 * @param goal what is wanted, or null
 * @param replacement whether a modification needs a new resource
 * @param properties names of the properties that differ
 */
public record ResourceChange(
        Action action, AwsResource current, ResourceTarget goal, boolean replacement, Set<String> properties) {

    /** What has to be done. */
    public enum Action {
        /** Not there yet. */
        Add,
        /** There, but different. */
        Modify,
        /** There, but no longer wanted. */
        Remove
    }

    /** Returns the resource's name in the template. */
    public String logicalId() {
        return goal != null ? goal.logicalId() : current.logicalId();
    }

    /** Returns the type of what is wanted, or of what is there if nothing is wanted. */
    public String type() {
        return goal != null ? goal.type() : current.type();
    }

    Work work() {
        AwsOperation.Kind kind = action == Action.Add ? AwsOperation.Kind.CREATE : AwsOperation.Kind.UPDATE;
        return new Work(kind, goal, current, replacement, goal.dependencies());
    }
}
