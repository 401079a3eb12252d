package io.jenkins.plugins.stackdeploy.localcloud.stackset;

/** What the accounts of deployment targets mean beside organizational units (DeploymentTargets, AccountFilterType). */
enum AccountFilter {
    /** Nothing: all accounts of the units are meant. */
    NONE,
    /** Only these of the units' accounts. */
    INTERSECTION,
    /** All accounts of the units but these. */
    DIFFERENCE,
    /** All accounts of the units and these. */
    UNION
}
