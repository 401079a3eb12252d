package io.jenkins.plugins.stackdeploy.cloudformation;

/** How accounts refine organizational units. Source: CloudFormation API, DeploymentTargets. */
public enum AccountFilter {
    /** Only the units count. */
    NONE,
    /** Accounts that are in the units and in the list. */
    INTERSECTION,
    /** Accounts that are in the units but not in the list. */
    DIFFERENCE,
    /** Accounts that are in the units or in the list; not for creating instances. */
    UNION
}
