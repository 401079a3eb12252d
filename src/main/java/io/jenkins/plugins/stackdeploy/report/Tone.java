package io.jenkins.plugins.stackdeploy.report;

import java.util.Locale;
import java.util.Map;

/** What a status of a resource, an instance, a stack or an operation means, roughly: the colour and the sign that it gets. */
enum Tone {
    /** It goes on. */
    RUNNING,
    /** It went well. */
    DONE,
    /** It failed. */
    FAILED,
    /** It was taken back or given up because of something else. */
    UNDONE,
    /** It waits, or says nothing that is known here. */
    WAITING;

    /** The statuses of stack sets, which have no endings in common. */
    private static final Map<String, Tone> STACK_SETS = Map.ofEntries(
            Map.entry("PENDING", WAITING),
            Map.entry("QUEUED", WAITING),
            Map.entry("RUNNING", RUNNING),
            Map.entry("STOPPING", RUNNING),
            Map.entry("SUCCEEDED", DONE),
            Map.entry("CURRENT", DONE),
            Map.entry("FAILED", FAILED),
            Map.entry("INOPERABLE", FAILED),
            Map.entry("FAILED_IMPORT", FAILED),
            Map.entry("CANCELLED", UNDONE),
            Map.entry("STOPPED", UNDONE),
            Map.entry("OUTDATED", UNDONE),
            Map.entry("SKIPPED_SUSPENDED_ACCOUNT", UNDONE));

    /**
     * The tone of a status.
     *
     * @param status as the cloud writes it; null for none
     * @return never null
     */
    static Tone of(String status) {
        if (status == null) {
            return WAITING;
        }
        Tone known = STACK_SETS.get(status);
        if (known != null) {
            return known;
        }
        if (status.endsWith("_FAILED")) {
            return FAILED;
        }
        if (status.endsWith("_IN_PROGRESS")) {
            return status.startsWith("REVIEW") ? WAITING : RUNNING;
        }
        if (status.endsWith("_COMPLETE")) {
            return status.contains("ROLLBACK") ? UNDONE : DONE;
        }
        return WAITING;
    }

    /** The tone in class names of the style sheet. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
