package io.jenkins.plugins.stackdeploy.cloudformation;

import java.util.List;
import java.util.Map;

/**
 * What {@code stackSetDeploy} asks for. What is null is left as it is in a stack set that exists.
 *
 * @param stackSetName letter first, then letters, digits and hyphens, at most 128
 * @param description 1 to 1,024 characters; may be null
 * @param template the template
 * @param parameters parameters that are given; one that the template declares and that is not given gets its default
 * @param capabilities CAPABILITY_IAM, CAPABILITY_NAMED_IAM and CAPABILITY_AUTO_EXPAND, as given
 * @param tags at most 50; null to leave them, empty to clear them
 * @param permissionModel null for the one that it has, SELF_MANAGED for a new one
 * @param administrationRoleArn may be null
 * @param executionRoleName may be null
 * @param autoDeployment may be null
 * @param managedExecution whether operations may run together or queue; may be null
 * @param targets the accounts of the instances; null for all instances that there are
 * @param regions the regions of the instances, in order; empty when targets is null
 * @param newInstancesFirst whether new instances are created before the stack set is updated, as CodePipeline does
 * @param operations how operations are to go
 */
public record StackSetDeployRequest(
        String stackSetName,
        String description,
        StackSetTemplate template,
        List<StackSetParameter> parameters,
        List<String> capabilities,
        Map<String, String> tags,
        PermissionModel permissionModel,
        String administrationRoleArn,
        String executionRoleName,
        AutoDeployment autoDeployment,
        Boolean managedExecution,
        DeploymentTargets targets,
        List<String> regions,
        boolean newInstancesFirst,
        OperationSettings operations)
        implements StackSetRequest {}
