package io.jenkins.plugins.stackdeploy.localcloud.stackset;

import java.util.List;

/**
 * What an operation is to do.
 *
 * @param action to the instances
 * @param preferences how
 * @param requested the targets as the request named them
 * @param targets the targets themselves
 * @param overrides the change of parameter overrides, or null to keep them
 * @param next the settings that the set has from the start of the operation on, or null to keep them
 * @param retainStacks whether deleted instances leave their stacks behind
 */
record OperationDraft(
        OperationAction action,
        Preferences preferences,
        TargetSpec requested,
        List<Target> targets,
        OverrideChange overrides,
        StackSetSettings next,
        boolean retainStacks) {}
