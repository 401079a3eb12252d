package io.jenkins.plugins.stackdeploy.localcloud.stackset;

/** Whose roles StackSets uses in the target accounts. */
enum PermissionModel {
    /** Roles that the owner has made; targets are accounts. */
    SELF_MANAGED,
    /** Roles of the organization; targets are organizational units. */
    SERVICE_MANAGED
}
