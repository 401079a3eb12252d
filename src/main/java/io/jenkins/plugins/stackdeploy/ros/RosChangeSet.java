package io.jenkins.plugins.stackdeploy.ros;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.stackdeploy.engine.Text;
import io.jenkins.plugins.stackdeploy.plan.PlannedChange;
import io.jenkins.plugins.stackdeploy.plan.Replacement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A change set as GetChangeSet or ListChangeSets tells of it.
 *
 * @param id its id
 * @param name its name, unique among those of the stack
 * @param stackId the stack that it is for
 * @param status how far its making is, such as {@code CREATE_COMPLETE}
 * @param statusReason why; empty when not told
 * @param executionStatus whether it can be or was executed, such as {@code AVAILABLE}
 * @param description what its author says about it
 * @param changes what it does to resources; empty unless it was asked for alone
 * @param parameters the values that it gives; empty unless it was asked for alone
 * @param template its template; empty unless asked for
 */
record RosChangeSet(
        String id,
        String name,
        String stackId,
        String status,
        String statusReason,
        String executionStatus,
        String description,
        List<PlannedChange> changes,
        Map<String, String> parameters,
        String template) {

    static RosChangeSet read(JsonNode json) {
        return new RosChangeSet(
                text(json, "ChangeSetId"),
                text(json, "ChangeSetName"),
                text(json, "StackId"),
                text(json, "Status"),
                text(json, "StatusReason"),
                text(json, "ExecutionStatus"),
                text(json, "Description"),
                changes(json.path("Changes")),
                LiveStack.pairs(json.path("Parameters"), "ParameterKey", "ParameterValue"),
                json.path("TemplateBody").asText(""));
    }

    private static String text(JsonNode json, String name) {
        return Text.oneLine(json.path(name).asText(""));
    }

    /** Whether it is still being made. A status that is not known says nothing. */
    boolean isBeingMade() {
        return !status.equals("CREATE_FAILED")
                && !status.startsWith("DELETE_")
                && !(status.equals("CREATE_COMPLETE") && !executionStatus.equals("UNAVAILABLE"));
    }

    boolean isAvailable() {
        return status.equals("CREATE_COMPLETE") && executionStatus.equals("AVAILABLE");
    }

    /** Whether it is being executed, or was, well or badly. */
    boolean isExecuted() {
        return executionStatus.startsWith("EXECUTE_");
    }

    /** Whether it failed because there is nothing that it would change. */
    boolean failedForNothing() {
        return status.equals("CREATE_FAILED") && statusReason.contains(RosErrors.SAME_STACK);
    }

    private static List<PlannedChange> changes(JsonNode list) {
        List<PlannedChange> changes = new ArrayList<>();
        for (JsonNode item : list) {
            JsonNode change = item.path("ResourceChange");
            changes.add(new PlannedChange(
                    change.path("Action").asText("").toUpperCase(Locale.ROOT),
                    change.path("LogicalResourceId").asText(""),
                    change.path("ResourceType").asText(""),
                    change.path("PhysicalResourceId").asText(""),
                    replacement(change.path("Replacement").asText("")),
                    causes(change)));
        }
        return changes;
    }

    /** What is not known may destroy something. */
    private static Replacement replacement(String word) {
        return switch (word) {
            case "", "False", "false" -> Replacement.NO;
            case "True", "true" -> Replacement.YES;
            default -> Replacement.MAYBE;
        };
    }

    private static List<String> causes(JsonNode change) {
        List<String> causes = new ArrayList<>();
        for (JsonNode detail : change.path("Details")) {
            JsonNode target = detail.path("Target");
            String what = target.path("Attribute").asText("");
            String name = target.path("Name").asText("");
            String where = name.isEmpty() ? what : what + "." + name;
            String entity = detail.path("CausingEntity").asText("");
            String cause = entity.isEmpty() ? where : where + " <- " + entity;
            if (!cause.isEmpty() && !causes.contains(cause)) {
                causes.add(cause);
            }
        }
        if (causes.isEmpty()) {
            change.path("Scope").forEach(scope -> causes.add(scope.asText("")));
        }
        return causes;
    }
}
