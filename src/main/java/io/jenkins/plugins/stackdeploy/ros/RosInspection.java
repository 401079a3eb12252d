package io.jenkins.plugins.stackdeploy.ros;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.engine.Turn;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads a stack, its resources, and, when asked, what drifted from the template. Changes nothing. */
public final class RosInspection extends RosWork {
    private static final Duration DRIFT_LOOK = Duration.ofSeconds(3);

    private final RosStatusRequest request;

    /**
     * An inspection, new or interrupted.
     *
     * @param context what to work with
     * @param operation its facts, empty for a new one
     * @param request what is asked for
     */
    public RosInspection(RosContext context, RosOperation operation, RosStatusRequest request) {
        super(context, operation, request.stackName());
        this.request = request;
        operation.action = RosOperation.Action.STATUS;
    }

    @Override
    Turn reconcile() throws CloudException, IOException {
        Optional<RosStack> live = context.client().find(stackName);
        if (live.isEmpty()) {
            String message = Messages.Status_absent(stackName, group().region());
            say(message);
            Map<String, Object> facts = facts();
            facts.put("exists", false);
            return end(Outcome.Kind.SUCCESS, message, facts);
        }
        operation.stackId = live.get().id();
        if (!request.detectDrift()) {
            return report(Map.of());
        }
        say(Messages.Status_detecting(stackName));
        operation.newToken();
        return go(RosOperation.Phase.SUBMIT);
    }

    @Override
    Turn submit() throws CloudException, IOException {
        operation.sending();
        save();
        operation.driftDetectionId = context.client()
                .call("DetectStackDrift", Map.of("StackId", operation.stackId, "ClientToken", operation.token()))
                .path("DriftDetectionId")
                .asText();
        return go(RosOperation.Phase.SETTLE);
    }

    @Override
    public Optional<String> sharedLook() {
        return Optional.empty();
    }

    @Override
    Turn settle() throws CloudException {
        JsonNode detection = context.client()
                .call("GetStackDriftDetectionStatus", Map.of("DriftDetectionId", operation.driftDetectionId));
        return switch (detection.path("DriftDetectionStatus").asText()) {
            case "DETECTION_COMPLETE" -> report(drift(detection));
            case "DETECTION_FAILED" -> {
                String message = Messages.Status_driftFailed(
                        stackName, detection.path("DriftDetectionStatusReason").asText());
                yield fail(message);
            }
            default -> Turn.after(DRIFT_LOOK);
        };
    }

    private Map<String, Object> drift(JsonNode detection) throws CloudException {
        Map<String, Object> drift = new LinkedHashMap<>();
        drift.put("status", detection.path("StackDriftStatus").asText());
        drift.put("resources", drifts());
        return drift;
    }

    private List<Object> drifts() throws CloudException {
        List<Object> drifts = new ArrayList<>();
        String next = null;
        do {
            Map<String, String> query = new TreeMap<>();
            query.put("StackId", operation.stackId);
            query.put("ResourceDriftStatus.1", "MODIFIED");
            query.put("ResourceDriftStatus.2", "DELETED");
            if (next != null) {
                query.put("NextToken", next);
            }
            JsonNode page = context.client().call("ListStackResourceDrifts", query);
            for (JsonNode json : page.path("ResourceDrifts")) {
                Map<String, Object> drift = new LinkedHashMap<>();
                drift.put("logicalId", json.path("LogicalResourceId").asText());
                drift.put("type", json.path("ResourceType").asText());
                drift.put("status", json.path("ResourceDriftStatus").asText());
                drift.put("differences", PlainJson.value(json.path("PropertyDifferences")));
                drifts.add(drift);
            }
            next = page.path("NextToken").asText("");
        } while (!next.isEmpty());
        return drifts;
    }

    private Turn report(Map<String, Object> drift) throws CloudException {
        Optional<RosStack> found = context.client().get(operation.stackId, true);
        if (found.isEmpty()) {
            String message = Messages.Status_absent(stackName, group().region());
            say(message);
            Map<String, Object> facts = facts();
            facts.put("exists", false);
            return end(Outcome.Kind.SUCCESS, message, facts);
        }
        RosStack stack = found.get();
        List<Map<String, Object>> resources = context.client().resources(stack.id());
        operation.finalStatus = stack.status();
        Map<String, Object> facts = facts();
        facts.put("exists", true);
        facts.put("statusReason", stack.statusReason());
        facts.put("outputs", new LinkedHashMap<>(stack.outputs()));
        facts.put("resources", new ArrayList<>(resources));
        if (!drift.isEmpty()) {
            facts.put("drift", drift);
        }
        String message = Messages.Status_is(stackName, stack.status(), resources.size());
        say(message);
        if (!drift.isEmpty()) {
            say(Messages.Status_drift(drift.get("status"), ((List<?>) drift.get("resources")).size()));
        }
        return end(Outcome.Kind.SUCCESS, message, facts);
    }

    @Override
    String notDone(String why) {
        return Messages.Failed_notInspected(stackName, why);
    }

    @Override
    Map<String, Object> facts() {
        Map<String, Object> facts = super.facts();
        facts.remove("action");
        facts.remove("changed");
        return facts;
    }
}
