package io.jenkins.plugins.stackdeploy.localcloud.stackset;

import java.util.Map;

/**
 * An order to let the work on an instance fail. It is looked at when an operation begins.
 *
 * @param stackSet name of the set; {@code *} for any
 * @param account 12 digits; {@code *} for any
 * @param region the region; {@code *} for any
 * @param on the action that fails, or null for any but drift detection
 * @param logicalId the resource to blame, or empty if the work fails before any resource is touched
 * @param reason what went wrong
 * @param times how often it fails, 1 or more
 * @param given parameter values with which alone the work fails, by name; empty to fail with any
 */
public record InstanceFailure(
        String stackSet,
        String account,
        String region,
        OperationAction on,
        String logicalId,
        String reason,
        int times,
        Map<String, String> given) {

    /** Checks the range. */
    public InstanceFailure {
        given = Map.copyOf(given);
        if (times < 1) {
            throw new IllegalArgumentException("a failure must happen at least once, not " + times + " times");
        }
    }

    /** Returns an order that holds until it is withdrawn. */
    public static InstanceFailure always(String stackSet, String account, String region, String reason) {
        return new InstanceFailure(stackSet, account, region, null, "", reason, Integer.MAX_VALUE, Map.of());
    }

    /** Returns the same order for a number of times. */
    public InstanceFailure times(int count) {
        return new InstanceFailure(stackSet, account, region, on, logicalId, reason, count, given);
    }

    /** Returns the same order for one kind of operation. */
    public InstanceFailure on(OperationAction action) {
        return new InstanceFailure(stackSet, account, region, action, logicalId, reason, times, given);
    }

    /** Returns the same order with a resource to blame. */
    public InstanceFailure of(String resource) {
        return new InstanceFailure(stackSet, account, region, on, resource, reason, times, given);
    }

    /** Returns the same order for stacks whose parameter has a value. */
    public InstanceFailure given(String parameter, String value) {
        return new InstanceFailure(stackSet, account, region, on, logicalId, reason, times, Map.of(parameter, value));
    }

    boolean matches(String set, Target target, OperationAction action, Map<String, String> parameters) {
        return parameters.entrySet().containsAll(given.entrySet())
                && any(stackSet, set)
                && any(account, target.account())
                && any(region, target.region())
                && (on == null ? action != OperationAction.DETECT_DRIFT : on == action);
    }

    private static boolean any(String pattern, String value) {
        return pattern.equals("*") || pattern.equals(value);
    }
}
