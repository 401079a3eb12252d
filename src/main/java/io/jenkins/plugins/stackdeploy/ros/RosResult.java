package io.jenkins.plugins.stackdeploy.ros;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a script gets at any end: strings, numbers, booleans, lists and maps of them, and nothing else. */
final class RosResult {
    private RosResult() {}

    /**
     * The result as far as it is known: {@code stackName}, {@code region}, {@code stackId} and {@code consoleUrl},
     * {@code action}, {@code changed} (whether ROS accepted anything), {@code status}.
     *
     * @param work what is done, or has been
     */
    static Map<String, Object> of(RosWork work) {
        RosOperation operation = work.operation;
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("stackName", work.stackName);
        facts.put("region", work.group().region());
        if (operation.stackId != null) {
            facts.put("stackId", operation.stackId);
            facts.put("consoleUrl", work.consoleUrl());
        }
        if (operation.action != null) {
            facts.put("action", operation.action.name());
        }
        facts.put("changed", operation.submittedAt() != null);
        String lastStatus = work.watching.lastStatus();
        if (operation.finalStatus != null) {
            facts.put("status", operation.finalStatus);
        } else if (!lastStatus.isEmpty()) {
            facts.put("status", lastStatus);
        }
        return facts;
    }
}
