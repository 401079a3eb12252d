package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.cloudformation.PlannedOperation.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a script gets: strings, numbers, booleans, lists and maps of them, and nothing else. */
final class StackSetResult {
    /** A build keeps its result: of very large stack sets not all instances. */
    private static final int MOST_INSTANCES = 5_000;

    private StackSetResult() {}

    /**
     * The result as far as it is known.
     *
     * <ul>
     *   <li>{@code stackSetName}, {@code stackSetId}, {@code region}, {@code consoleUrl}
     *   <li>{@code operationIds} in order, {@code operationId} the last of them
     *   <li>{@code action}: CREATE, UPDATE, NONE, INSTANCES or DELETE; {@code changed}: whether anything was sent
     *   <li>{@code status}: that of the last operation; without one ACTIVE, or DELETED
     *   <li>{@code counts}: how many of all instances are CURRENT, OUTDATED and INOPERABLE
     *   <li>{@code instances}: those that were targeted, at most 5,000; {@code outdated}: the OUTDATED others, as
     *       {@code account/region}, at most 5,000. These three are missing where instances were not read after the
     *       last change
     * </ul>
     *
     * @param work what is done, or has been
     */
    static Map<String, Object> of(StackSetWork work) {
        StackSetFacts facts = work.facts;
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("stackSetName", work.name);
        if (facts.stackSetId != null) {
            result.put("stackSetId", facts.stackSetId);
            result.put("consoleUrl", work.consoleUrl());
        }
        result.put("region", work.group().region());
        if (facts.operationId() != null) {
            result.put("operationId", facts.operationId());
        }
        result.put("operationIds", facts.operationIds());
        if (facts.action != null) {
            result.put("action", facts.action.name());
        }
        result.put("changed", facts.submittedAt() != null);
        String status = status(facts);
        if (status != null) {
            result.put("status", status);
        }
        if (work.inventory.isKnown()) {
            instances(work, result);
        }
        return result;
    }

    private static String status(StackSetFacts facts) {
        String status = null;
        boolean deleted = facts.action == StackSetFacts.Action.DELETE && facts.stackSetId == null;
        for (PlannedOperation planned : facts.plan) {
            deleted |= planned.kind == Kind.DELETE_SET && planned.status != null;
            status = planned.kind.isOperation() && planned.status != null ? planned.status : status;
        }
        if (deleted) {
            return "DELETED";
        }
        return status == null && facts.stackSetId != null ? "ACTIVE" : status;
    }

    private static void instances(StackSetWork work, Map<String, Object> result) {
        Map<String, Object> counts = new LinkedHashMap<>();
        for (InstanceStatus status : InstanceStatus.values()) {
            counts.put(status.name(), 0);
        }
        List<Object> instances = new ArrayList<>();
        List<Object> outdated = new ArrayList<>();
        for (Instance instance : work.inventory.last()) {
            counts.merge(instance.status(), 1, (sum, one) -> (Integer) sum + (Integer) one);
            if (work.targeting().covers(instance)) {
                add(instances, instance.facts());
            } else if (instance.isOutdated()) {
                add(outdated, instance.place().toString());
            }
        }
        result.put("counts", counts);
        result.put("instances", instances);
        result.put("outdated", outdated);
    }

    private static void add(List<Object> list, Object item) {
        if (list.size() < MOST_INSTANCES) {
            list.add(item);
        }
    }
}
