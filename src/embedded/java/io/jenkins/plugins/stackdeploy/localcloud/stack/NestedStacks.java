package io.jenkins.plugins.stackdeploy.localcloud.stack;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.stackdeploy.localcloud.template.Blueprint;
import io.jenkins.plugins.stackdeploy.localcloud.template.ParameterValues;
import io.jenkins.plugins.stackdeploy.localcloud.template.ResourceTarget;
import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Plans what happens to resources of the type ALIYUN::ROS::Stack: each is a stack with events of its own. */
final class NestedStacks {
    /** Quotas page: stacks may be nested five deep. */
    private static final int MAX_DEPTH = 5;

    private final Workbench bench;
    private final StackFamily family;
    private final StackRecord parent;
    private final String requestId;

    NestedStacks(Workbench bench, StackFamily family, StackRecord parent, String requestId) {
        this.bench = bench;
        this.family = family;
        this.parent = parent;
        this.requestId = requestId;
    }

    Run start(Step step, Blueprint goal, Instant at, boolean rollingBack) {
        try {
            return switch (step.kind()) {
                case CREATE -> create(step, goal, at, rollingBack);
                case UPDATE -> update(step, goal, at, rollingBack);
                case DELETE -> delete(step, at, rollingBack);
            };
        } catch (ApiError e) {
            Failure failure = failure(step, e.code(), e.code() + ": " + e.getMessage());
            Instant end = bench.pace().after(at, 1);
            return new Run(step, end, step.currentPhysicalId(), step.currentPhysicalId(), failure);
        }
    }

    void abort(Run run, Instant at) {
        new Interruption(family, false).interruptNested(run.visibleId(), at);
    }

    private Run create(Step step, Blueprint goal, Instant at, boolean rollingBack) {
        if (family.depth(parent) >= MAX_DEPTH) {
            throw new ApiError(400, "StackValidationFailed", "Stacks are nested more than " + MAX_DEPTH + " deep.");
        }
        StackRecord child = new StackRecord(
                Ids.uuid(),
                parent.name() + "-" + step.logicalId() + "-" + Ids.tail(),
                parent.accountId(),
                parent.regionId(),
                parent.id(),
                at,
                StackSettings.nested(
                        parent.settings(),
                        step.goal().properties().path("TimeoutMins").asInt(60)));
        Revision revision = revision(step.goal(), goal, at);
        family.stacks().add(child);
        return run(step, child, operate(child, StackAction.CREATE, revision, rollingBack, at));
    }

    private Run update(Step step, Blueprint goal, Instant at, boolean rollingBack) {
        StackRecord child = child(step);
        Revision revision = revision(step.goal(), goal, at);
        StackState state = child.at(at);
        boolean nothingToDo = StackDiff.between(state.resources(), revision.blueprint(child), Set.of()).stream()
                .allMatch(change -> change.action() == Change.Action.NONE);
        if (nothingToDo && revision.equals(state.revision())) {
            return new Run(step, bench.pace().after(at, 1), child.id(), child.id(), null);
        }
        return run(step, child, operate(child, StackAction.UPDATE, revision, rollingBack, at));
    }

    private Run delete(Step step, Instant at, boolean rollingBack) {
        if (step.currentPhysicalId().isEmpty()) {
            return new Run(step, bench.pace().after(at, 1), "", "", null);
        }
        StackRecord child = child(step);
        return run(step, child, OperationPlan.delete(bench, family, child, Order.nested(requestId, rollingBack), at));
    }

    private Operation operate(
            StackRecord child, StackAction action, Revision revision, boolean rollingBack, Instant at) {
        return OperationPlan.build(bench, family, child, action, revision, Order.nested(requestId, rollingBack), at);
    }

    private Run run(Step step, StackRecord child, Operation operation) {
        String status = child.at(operation.endsAt()).status();
        // The outer stack does not repeat the cause: it has to be looked for in the events of the inner one.
        Failure failure = status.endsWith("_COMPLETE")
                ? null
                : failure(step, "StackResourceFailed", "The nested stack " + child.name() + " ended in " + status);
        return new Run(step, operation.endsAt(), child.id(), child.id(), failure);
    }

    private StackRecord child(Step step) {
        return family.stack(step.currentPhysicalId()).orElseThrow();
    }

    private Revision revision(ResourceTarget resource, Blueprint goal, Instant at) {
        LiveResources live = new LiveResources(parent.at(at).resources(), family, at);
        JsonNode properties = goal.evaluate(resource.properties(), live);
        String body = body(properties);
        Map<String, String> given = new HashMap<>();
        properties.path("Parameters").properties().forEach(e -> {
            given.put(e.getKey(), text(e.getValue()));
        });
        Revision raw = new Revision(body, given);
        return new Revision(body, ParameterValues.resolve(raw.template(), given, Map.of()));
    }

    private String body(JsonNode properties) {
        List<String> sources = List.of("TemplateBody", "TemplateURL", "TemplateId");
        if (sources.stream().filter(properties::has).count() != 1) {
            throw new ApiError(400, "StackValidationFailed", "Exactly one of " + sources + " must be specified.");
        }
        if (properties.has("TemplateURL")) {
            return bench.sources().byUrl(properties.get("TemplateURL").asText());
        }
        if (properties.has("TemplateId")) {
            return bench.sources().byId(properties.get("TemplateId").asText());
        }
        return text(properties.get("TemplateBody"));
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }

    private Failure failure(Step step, String code, String message) {
        String verb = step.kind() == StepKind.DELETE
                ? "DeleteStack"
                : step.kind() == StepKind.CREATE ? "CreateStack" : "UpdateStack";
        return new Failure(verb, code, step.logicalId(), step.type(), message, requestId);
    }
}
