package io.jenkins.plugins.stackdeploy.localcloud.stackset;

/**
 * What the preferences mean for the accounts of one region (StackSetOperationPreferences; stack set operation options in
 * the user guide).
 *
 * @param tolerance failures that the region stands, 0 or more
 * @param maxConcurrent accounts at a time, 1 or more
 * @param strict whether failures lower the concurrency
 */
record RegionLimits(int tolerance, int maxConcurrent, boolean strict) {
    private static final int PERCENT = 100;

    /** Percentages are rounded down; of a concurrency nothing is left below one. */
    static RegionLimits of(Preferences preferences, int accounts) {
        int tolerance = 0;
        if (preferences.failureToleranceCount() != null) {
            tolerance = preferences.failureToleranceCount();
        } else if (preferences.failureTolerancePercentage() != null) {
            tolerance = accounts * preferences.failureTolerancePercentage() / PERCENT;
        }
        int concurrent = 1;
        if (preferences.maxConcurrentCount() != null) {
            concurrent = preferences.maxConcurrentCount();
        } else if (preferences.maxConcurrentPercentage() != null) {
            concurrent = Math.max(1, accounts * preferences.maxConcurrentPercentage() / PERCENT);
        }
        return new RegionLimits(tolerance, concurrent, preferences.mode() == ConcurrencyMode.STRICT_FAILURE_TOLERANCE);
    }

    boolean exceededBy(int failures) {
        return failures > tolerance;
    }

    /** Returns how many accounts may be worked on at a time after so many failures, none once too many have failed. */
    int concurrency(int failures) {
        if (exceededBy(failures)) {
            return 0;
        }
        return strict ? Math.min(maxConcurrent, tolerance + 1 - failures) : maxConcurrent;
    }
}
