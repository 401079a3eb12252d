package io.jenkins.plugins.stackdeploy.localcloud.stackset;

import io.jenkins.plugins.stackdeploy.localcloud.aws.AwsErrors;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryParameters;
import java.util.LinkedHashSet;
import java.util.List;

/** OperationPreferences (StackSetOperationPreferences in the API reference: ranges, and which exclude each other). */
final class PreferencesArgument {
    private static final int PERCENT = 100;

    private PreferencesArgument() {}

    /**
     * Reads the preferences, which may be missing.
     *
     * @param regions the regions of the operation, empty for all
     * @throws io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError ValidationError
     */
    static Preferences read(QueryParameters parameters, List<String> regions) {
        QueryParameters given = parameters.structure("OperationPreferences");
        exclusive(given, "FailureToleranceCount", "FailureTolerancePercentage");
        exclusive(given, "MaxConcurrentCount", "MaxConcurrentPercentage");
        List<String> order = given.texts("RegionOrder");
        if (new LinkedHashSet<>(order).size() < order.size()) {
            throw AwsErrors.validation("RegionOrder names a region twice: " + order);
        }
        if (!regions.isEmpty() && !order.isEmpty() && !regions.containsAll(order)) {
            throw AwsErrors.validation("RegionOrder " + order + " must consist of the regions " + regions);
        }
        return new Preferences(
                number(given, "FailureToleranceCount", 0, Integer.MAX_VALUE),
                number(given, "FailureTolerancePercentage", 0, PERCENT),
                number(given, "MaxConcurrentCount", 1, Integer.MAX_VALUE),
                number(given, "MaxConcurrentPercentage", 1, PERCENT),
                given.choice("RegionConcurrencyType", RegionConcurrency.class, RegionConcurrency.SEQUENTIAL),
                order,
                given.choice("ConcurrencyMode", ConcurrencyMode.class, ConcurrencyMode.STRICT_FAILURE_TOLERANCE));
    }

    private static void exclusive(QueryParameters given, String count, String percentage) {
        if (given.has(count) && given.has(percentage)) {
            throw AwsErrors.validation("Only one of " + count + " and " + percentage + " can be specified");
        }
    }

    private static Integer number(QueryParameters given, String name, int min, int max) {
        return given.has(name) ? given.integer(name, min, max, min) : null;
    }
}
