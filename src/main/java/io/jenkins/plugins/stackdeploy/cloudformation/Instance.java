package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.engine.Text;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.cloudformation.model.StackDriftStatus;
import software.amazon.awssdk.services.cloudformation.model.StackInstanceSummary;

/**
 * A stack instance as a list told of it.
 *
 * @param place where it is
 * @param status how it stands to its stack set, by its name in the API
 * @param detail what the last operation on it came to, by its name in the API; may be empty
 * @param reason why, one line; may be empty
 * @param stackId its stack; empty when there is none
 * @param unit the organizational unit that it was asked for by; empty for one that was asked for by its account
 * @param drifted whether the last detection of drift found its stack changed by somebody else
 */
record Instance(
        Place place, String status, String detail, String reason, String stackId, String unit, boolean drifted) {
    static Instance of(StackInstanceSummary summary) {
        String detail = summary.stackInstanceStatus() == null
                ? ""
                : Text.oneLine(summary.stackInstanceStatus().detailedStatusAsString());
        return new Instance(
                new Place(Text.oneLine(summary.account()), Text.oneLine(summary.region())),
                Text.oneLine(summary.statusAsString()),
                detail,
                Text.oneLine(summary.statusReason()),
                Text.oneLine(summary.stackId()),
                Text.oneLine(summary.organizationalUnitId()),
                summary.driftStatus() == StackDriftStatus.DRIFTED);
    }

    boolean isCurrent() {
        return InstanceStatus.CURRENT.name().equals(status);
    }

    boolean isOutdated() {
        return InstanceStatus.OUTDATED.name().equals(status);
    }

    /** Whether operations can bring it up to date; a status that this version does not know counts as one they can. */
    boolean isUpdatable() {
        return InstanceStatus.of(status).map(InstanceStatus::isUpdatable).orElse(true);
    }

    /** Whether the last operation left it out because its account is suspended. */
    boolean isSuspended() {
        return DetailedStatus.SKIPPED_SUSPENDED_ACCOUNT.name().equals(detail);
    }

    /** What a script gets of it. */
    Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("account", place.account());
        facts.put("region", place.region());
        facts.put("status", status);
        facts.put("detailedStatus", detail);
        facts.put("reason", reason);
        facts.put("stackId", stackId);
        facts.put("organizationalUnitId", unit);
        return facts;
    }
}
