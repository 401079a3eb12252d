package io.jenkins.plugins.stackdeploy.ros;

import io.jenkins.plugins.stackdeploy.plan.PlanTemplate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a request asks for beside template and parameters, as a plan keeps it: by the names of the step's arguments. */
final class PlanSettings {
    private PlanSettings() {}

    /**
     * Those that were given.
     *
     * @param request what was asked for
     * @return plain values by name
     */
    static Map<String, Object> of(RosDeployRequest request) {
        Map<String, Object> settings = new LinkedHashMap<>();
        put(settings, "tags", request.tags().isEmpty() ? null : new LinkedHashMap<>(request.tags()));
        put(settings, "usePreviousParameters", request.usePreviousParameters());
        put(settings, "timeoutInMinutes", request.timeoutInMinutes());
        put(settings, "disableRollback", request.disableRollback());
        put(settings, "deletionProtection", request.deletionProtection());
        put(settings, "replacement", request.replacement());
        put(settings, "parallelism", request.parallelism());
        put(settings, "ramRoleName", request.ramRoleName());
        put(settings, "resourceGroupId", request.resourceGroupId());
        put(
                settings,
                "stackPolicy",
                request.stackPolicyBody() == null ? null : "sha256:" + PlanTemplate.sha256(request.stackPolicyBody()));
        put(
                settings,
                "notificationUrls",
                request.notificationUrls().isEmpty() ? null : new ArrayList<>(request.notificationUrls()));
        return settings;
    }

    private static void put(Map<String, Object> map, String name, Object value) {
        if (value != null) {
            map.put(name, value);
        }
    }
}
