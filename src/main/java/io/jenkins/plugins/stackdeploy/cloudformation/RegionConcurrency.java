package io.jenkins.plugins.stackdeploy.cloudformation;

/** Whether regions are deployed one after the other. Source: CloudFormation API, RegionConcurrencyType. */
public enum RegionConcurrency {
    /** One region after the other; the service's default. */
    SEQUENTIAL,
    /** All regions at once. */
    PARALLEL
}
