package io.jenkins.plugins.stackdeploy.cloudformation;

import java.util.List;

/**
 * How an operation goes through accounts and regions. What is null is not sent, so that the service's own default holds.
 * Source: CloudFormation API, StackSetOperationPreferences.
 *
 * @param failureToleranceCount accounts per region that may fail, 0 or more; excludes the percentage
 * @param failureTolerancePercentage percentage of accounts per region that may fail, 0 to 100, rounded down
 * @param maxConcurrentCount accounts per region at once, 1 or more; excludes the percentage
 * @param maxConcurrentPercentage percentage of accounts per region at once, 1 to 100, rounded down but at least one account
 * @param regionConcurrency whether regions are deployed one after the other
 * @param regionOrder the order of regions; empty for the service's own
 * @param concurrencyMode what failures do to the concurrency
 */
public record OperationPreferences(
        Integer failureToleranceCount,
        Integer failureTolerancePercentage,
        Integer maxConcurrentCount,
        Integer maxConcurrentPercentage,
        RegionConcurrency regionConcurrency,
        List<String> regionOrder,
        ConcurrencyMode concurrencyMode) {
    /** Copies the list. */
    public OperationPreferences {
        regionOrder = regionOrder == null ? List.of() : List.copyOf(regionOrder);
    }
}
