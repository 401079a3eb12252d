package io.jenkins.plugins.stackdeploy.localcloud.stackset;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** One account and region of a set as its operations have left it. Guarded by the cloud's lock. */
final class StackInstance {
    private final Target target;
    private final SortedMap<String, String> overrides = new TreeMap<>();
    private final SortedSet<String> parameterNames = new TreeSet<>();
    private String stackId;
    private InstanceStatus status = InstanceStatus.OUTDATED;
    private DetailedStatus detailedStatus = DetailedStatus.PENDING;
    private String statusReason;
    private String lastOperationId;
    private Instant driftCheckedAt;

    StackInstance(Target target) {
        this.target = target;
    }

    /** For Jackson, which then fills the fields. */
    private StackInstance() {
        this(null);
    }

    Target target() {
        return target;
    }

    Map<String, String> overrides() {
        return overrides;
    }

    /** Returns the parameters that the instance's own template has: what can be overridden. */
    Set<String> parameterNames() {
        return parameterNames;
    }

    /** Returns the stack's ARN, or null if there is no stack. */
    String stackId() {
        return stackId;
    }

    InstanceStatus status() {
        return status;
    }

    DetailedStatus detailedStatus() {
        return detailedStatus;
    }

    String statusReason() {
        return statusReason;
    }

    String lastOperationId() {
        return lastOperationId;
    }

    /** Returns when its drift was last looked for, or null. */
    Instant driftCheckedAt() {
        return driftCheckedAt;
    }

    /** An operation has taken it among its targets. */
    void targetedBy(String operationId) {
        lastOperationId = operationId;
        detailedStatus = DetailedStatus.PENDING;
        statusReason = null;
    }

    /** The set has moved on without it. */
    void outdated() {
        if (status == InstanceStatus.CURRENT) {
            status = InstanceStatus.OUTDATED;
        }
    }

    /** Work on its stack has begun with other overrides, and with a template of other parameters. */
    void begun(TargetPlan plan, Map<String, String> newOverrides, Set<String> newParameterNames) {
        detailedStatus = DetailedStatus.RUNNING;
        if (plan.stackId() != null) {
            stackId = plan.stackId();
        }
        overrides.clear();
        overrides.putAll(newOverrides);
        parameterNames.clear();
        parameterNames.addAll(newParameterNames);
        outdated();
    }

    /** Nothing but a look at it has begun. */
    void begun() {
        detailedStatus = DetailedStatus.RUNNING;
    }

    /** The part of an operation that concerns it is over. */
    void finished(OperationAction action, TargetPlan plan) {
        statusReason = plan.reason();
        switch (plan.outcome()) {
            case SUCCEEDED -> {
                detailedStatus = DetailedStatus.SUCCEEDED;
                if (action == OperationAction.DETECT_DRIFT) {
                    driftCheckedAt = plan.end();
                } else {
                    status = InstanceStatus.CURRENT;
                }
            }
            case FAILED -> failed(action);
            default -> {
                detailedStatus = plan.suspended() ? DetailedStatus.SKIPPED_SUSPENDED_ACCOUNT : DetailedStatus.CANCELLED;
                if (action == OperationAction.CREATE || action == OperationAction.UPDATE) {
                    outdated();
                }
            }
        }
    }

    private void failed(OperationAction action) {
        detailedStatus = DetailedStatus.FAILED;
        if (action == OperationAction.DELETE) {
            detailedStatus = DetailedStatus.INOPERABLE;
            status = InstanceStatus.INOPERABLE;
        } else if (action != OperationAction.DETECT_DRIFT) {
            outdated();
        }
    }
}
