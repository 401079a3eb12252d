package io.jenkins.plugins.stackdeploy.localcloud.stackset;

import java.util.List;
import java.util.Map;

/**
 * What a stack set wants its instances to be.
 *
 * @param description may be empty
 * @param templateBody the template's text
 * @param parameters a value for each parameter of the template
 * @param capabilities acknowledged ones
 * @param tags for the stacks
 * @param permissionModel whose roles are used
 * @param administrationRoleArn role of the administrator account; null for service-managed permissions
 * @param executionRoleName role of the target accounts; null for service-managed permissions
 * @param autoDeployment null for self-managed permissions
 * @param managedExecution whether operations may run side by side and queue
 */
record StackSetSettings(
        String description,
        String templateBody,
        Map<String, String> parameters,
        List<String> capabilities,
        Map<String, String> tags,
        PermissionModel permissionModel,
        String administrationRoleArn,
        String executionRoleName,
        AutoDeployment autoDeployment,
        boolean managedExecution) {

    /** Returns whether instances have to be worked on to get from the other settings to these. */
    boolean changesStacksOf(StackSetSettings other) {
        return !templateBody.equals(other.templateBody) || !parameters.equals(other.parameters);
    }

    StackSetSettings withManagedExecution(boolean active) {
        return new StackSetSettings(
                description,
                templateBody,
                parameters,
                capabilities,
                tags,
                permissionModel,
                administrationRoleArn,
                executionRoleName,
                autoDeployment,
                active);
    }
}
