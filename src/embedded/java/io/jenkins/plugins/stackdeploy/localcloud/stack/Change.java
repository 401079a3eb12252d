package io.jenkins.plugins.stackdeploy.localcloud.stack;

import io.jenkins.plugins.stackdeploy.localcloud.template.ResourceTarget;
import java.util.Set;

/**
 * What has to be done to one resource.
 *
 * @param logicalId the resource
 * @param action what has to be done
 * @param replacement whether a modification needs a new resource
 * @param properties names of the properties that differ, empty unless it is modified
 * @param current what is there, or null
 * @param goal what is wanted, or null
 */
public record Change(
        String logicalId,
        Action action,
        boolean replacement,
        Set<String> properties,
        ResourceState current,
        ResourceTarget goal) {

    /** The words that GetChangeSet and PreviewStack use, in upper case. */
    public enum Action {
        /** Not there yet. */
        ADD,
        /** There, but different. */
        MODIFY,
        /** There, but no longer wanted. */
        REMOVE,
        /** There as wanted. */
        NONE
    }

    /** Returns the type of what is wanted, or of what is there if nothing is wanted. */
    public String type() {
        return goal != null ? goal.type() : current.type();
    }
}
