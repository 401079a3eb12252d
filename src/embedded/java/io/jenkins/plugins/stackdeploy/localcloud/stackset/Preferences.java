package io.jenkins.plugins.stackdeploy.localcloud.stackset;

import java.util.List;

/**
 * How an operation goes about its targets; of a count and a percentage at most one is there.
 *
 * @param failureToleranceCount failures that a region stands, or null
 * @param failureTolerancePercentage the same as a share of the region's accounts, or null
 * @param maxConcurrentCount accounts of a region at a time, or null
 * @param maxConcurrentPercentage the same as a share, or null
 * @param regionConcurrency one region after the other, or all at once
 * @param regionOrder regions to begin with; others follow in alphabetical order
 * @param mode what failures do to the concurrency
 */
record Preferences(
        Integer failureToleranceCount,
        Integer failureTolerancePercentage,
        Integer maxConcurrentCount,
        Integer maxConcurrentPercentage,
        RegionConcurrency regionConcurrency,
        List<String> regionOrder,
        ConcurrencyMode mode) {

    static final Preferences DEFAULT = new Preferences(
            null, null, null, null, RegionConcurrency.SEQUENTIAL, List.of(), ConcurrencyMode.STRICT_FAILURE_TOLERANCE);
}
