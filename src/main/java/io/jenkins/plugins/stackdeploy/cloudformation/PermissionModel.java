package io.jenkins.plugins.stackdeploy.cloudformation;

/** How a stack set comes by its permissions in target accounts. Source: CloudFormation API, CreateStackSet. */
public enum PermissionModel {
    /** Through roles that exist in the administrator and target accounts; the service's default. */
    SELF_MANAGED,
    /** Through AWS Organizations. */
    SERVICE_MANAGED
}
