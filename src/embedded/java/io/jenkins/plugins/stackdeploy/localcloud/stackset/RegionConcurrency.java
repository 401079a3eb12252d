package io.jenkins.plugins.stackdeploy.localcloud.stackset;

/** Whether the regions of an operation are worked on one after the other. */
enum RegionConcurrency {
    /** In order; after one that failed no other is begun. */
    SEQUENTIAL,
    /** All at once. */
    PARALLEL
}
