package io.jenkins.plugins.stackdeploy.cloudformation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A stack instance that is not what it was to be.
 *
 * @param place where it is
 * @param status what came of it
 * @param reason why, printable; may be empty
 * @param stackId its stack; empty when there is none
 */
record FailedInstance(Place place, String status, String reason, String stackId) {
    /**
     * Groups by reason. Reasons that differ in nothing but account, region and stack are the same reason.
     *
     * @param failed the failed ones
     * @return groups, the largest first
     */
    static List<List<FailedInstance>> byReason(Collection<FailedInstance> failed) {
        Map<String, List<FailedInstance>> groups = new LinkedHashMap<>();
        failed.forEach(one -> groups.computeIfAbsent(one.commonReason(), reason -> new ArrayList<>())
                .add(one));
        return groups.values().stream()
                .sorted(Comparator.comparing(group -> -group.size()))
                .toList();
    }

    private String commonReason() {
        String common = reason;
        if (!stackId.isEmpty()) {
            common = common.replace(stackId, "(stack)").replace(stackName(), "(stack)");
        }
        return common.replace(place.account(), "(account)").replace(place.region(), "(region)");
    }

    /** Of {@code arn:aws:cloudformation:region:account:stack/name/uuid} the name; it is different in every instance. */
    private String stackName() {
        String[] parts = stackId.split("/");
        return parts.length > 1 && !parts[1].isEmpty() ? parts[1] : stackId;
    }
}
