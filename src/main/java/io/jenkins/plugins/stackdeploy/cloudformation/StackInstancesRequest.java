package io.jenkins.plugins.stackdeploy.cloudformation;

import java.util.List;

/**
 * What {@code stackInstances} asks for.
 *
 * @param stackSetName letter first, then letters, digits and hyphens, at most 128
 * @param targets the accounts of the instances, never null
 * @param regions the regions of the instances, in order, at least one
 * @param parameterOverrides null to keep the overrides that instances have; otherwise every override that they have
 *     afterwards: a parameter that is not named gets the stack set's value again
 * @param operations how operations are to go
 */
public record StackInstancesRequest(
        String stackSetName,
        DeploymentTargets targets,
        List<String> regions,
        List<StackSetParameter> parameterOverrides,
        OperationSettings operations)
        implements StackSetRequest {}
