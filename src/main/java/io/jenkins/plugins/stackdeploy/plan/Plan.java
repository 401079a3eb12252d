package io.jenkins.plugins.stackdeploy.plan;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a deployment would do. It holds no secret.
 *
 * <p>In Java it is this record; to scripts it is the plain map that {@link #toMap()} makes, of strings, numbers, booleans,
 * lists and maps, which every sandbox lets read, which survives restarts, and which {@link #of(Map)} takes back. The map also
 * has {@code digest}, {@code text} and {@code markdown}. The digest is over everything else: whoever approves a digest
 * approves what would be deployed, what was shown, and the live state that it was computed from.
 *
 * @param cloud whose plan it is: {@code ros} or {@code cloudformation}
 * @param name the name of the stack or stack set
 * @param region the region's id
 * @param account what stands for the account; no secret
 * @param action {@code CREATE}, {@code UPDATE} or {@code NONE}
 * @param hasChanges whether there is anything to deploy
 * @param stackId the cloud's id of the stack or stack set, also when it is not yet there but in name; null when there is none
 * @param changeSetId the cloud's id of the prepared change; null when there is none
 * @param changeSetName its name; null when there is none
 * @param changes what happens to resources, in the cloud's order
 * @param parameters what happens to parameters, sorted by name; unchanged ones too
 * @param templateDifference a unified diff of canonical forms; empty when there is none or nothing to compare to
 * @param settings what becomes different beside template and parameters, as far as the cloud tells what there is
 * @param rollout how it goes through accounts and regions; null for what is in one place
 * @param cost what it would cost; null unless asked for
 * @param desired what would be deployed, beyond the above: plain values by name
 * @param live the live state that the plan was computed from: plain values by name
 * @param target how to reach the account again: plain values by name
 * @param createdAt when it was made, ISO-8601
 * @param expiresAt until when it may be deployed, ISO-8601
 */
public record Plan(
        String cloud,
        String name,
        String region,
        String account,
        String action,
        boolean hasChanges,
        String stackId,
        String changeSetId,
        String changeSetName,
        List<PlannedChange> changes,
        List<ParameterChange> parameters,
        String templateDifference,
        List<SettingChange> settings,
        Rollout rollout,
        EstimatedCost cost,
        Map<String, Object> desired,
        Map<String, Object> live,
        Map<String, Object> target,
        String createdAt,
        String expiresAt) {

    /** Nothing that a plan lists is null. */
    public Plan {
        changes = changes == null ? List.of() : List.copyOf(changes);
        parameters = parameters == null ? List.of() : List.copyOf(parameters);
        templateDifference = templateDifference == null ? "" : templateDifference;
        settings = settings == null ? List.of() : List.copyOf(settings);
        desired = desired == null ? Map.of() : new LinkedHashMap<>(desired);
        live = live == null ? Map.of() : new LinkedHashMap<>(live);
        target = target == null ? Map.of() : new LinkedHashMap<>(target);
    }

    /**
     * Reads what {@link #toMap()} made, wherever it has been since.
     *
     * @param map the map; what a plan does not know is passed over
     * @return the plan
     * @throws IllegalArgumentException when it is no plan, or was altered since it was made; the message says so
     */
    public static Plan of(Map<?, ?> map) {
        return PlanForm.read(map);
    }

    /**
     * The plan as plain values, with digest, text and markdown.
     *
     * @return a new map of its own
     */
    public Map<String, Object> toMap() {
        return PlanForm.write(this);
    }

    /** The SHA-256 of everything in it: 64 lower-case hexadecimal digits. */
    public String digest() {
        return PlanForm.digest(this);
    }

    /** What it comes to: one printable line, in the language of whoever asks. */
    public String headline() {
        return PlanText.headline(this);
    }

    /**
     * The plan for a log or a terminal.
     *
     * @return printable lines that end with \n, but for the last
     */
    public String asText() {
        return String.join("\n", new PlanText(this).lines());
    }

    /**
     * The plan for a log that need not show all of it: without the lines of the template.
     *
     * @return printable lines that end with \n, but for the last
     */
    public String asSummary() {
        return String.join("\n", new PlanText(this).summary());
    }

    /**
     * The plan for a page or a chat: Markdown with tables, in which every text of a cloud or a user is escaped.
     *
     * @return Markdown
     */
    public String asMarkdown() {
        return new PlanMarkdown(this).write();
    }

    /**
     * Whether it is too late to deploy it.
     *
     * @param now the time
     * @return true from the moment {@link #expiresAt} on
     */
    public boolean isExpired(Instant now) {
        return !now.isBefore(Instant.parse(expiresAt));
    }

    /** The changes that delete a resource for good. */
    public List<PlannedChange> deletions() {
        return changes.stream().filter(PlannedChange::deletes).toList();
    }

    /** The changes that make a resource anew, or may. */
    public List<PlannedChange> replacements() {
        return changes.stream().filter(PlannedChange::replaces).toList();
    }
}
