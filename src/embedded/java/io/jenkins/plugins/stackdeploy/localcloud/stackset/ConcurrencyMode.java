package io.jenkins.plugins.stackdeploy.localcloud.stackset;

/** How failures of a region slow it down. */
enum ConcurrencyMode {
    /** Never more at a time than failures are still tolerated, and one. */
    STRICT_FAILURE_TOLERANCE,
    /** As many at a time as the maximum says. */
    SOFT_FAILURE_TOLERANCE
}
