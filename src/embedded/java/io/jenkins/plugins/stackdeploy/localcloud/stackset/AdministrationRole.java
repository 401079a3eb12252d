package io.jenkins.plugins.stackdeploy.localcloud.stackset;

/** The roles that StackSets uses in the administrator account when a set names none. */
final class AdministrationRole {
    private AdministrationRole() {}

    /** Returns the role of self-managed permissions. */
    static String of(String accountId) {
        return "arn:aws:iam::" + accountId + ":role/AWSCloudFormationStackSetAdministrationRole";
    }

    /** Returns the role that a service-managed set reports although nobody has given it. */
    static String serviceLinked(String accountId) {
        return "arn:aws:iam::" + accountId + ":role/aws-service-role/stacksets.cloudformation.amazonaws.com/"
                + "AWSServiceRoleForCloudFormationStackSetsOrgAdmin";
    }
}
