package io.jenkins.plugins.stackdeploy.localcloud.stack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.localcloud.template.Blueprint;
import io.jenkins.plugins.stackdeploy.localcloud.template.ResourceTarget;
import io.jenkins.plugins.stackdeploy.localcloud.template.ResourceType;
import java.time.Instant;
import java.util.Optional;

/** Decides how long a step takes, what it leads to and whether it fails. */
final class StepRunner {
    private final Workbench bench;
    private final StackRecord stack;
    private final NestedStacks nested;
    private final Blueprint goal;
    private final boolean rollingBack;
    private final String requestId;

    /**
     * @param goal what the operation wants, or null if it deletes
     * @param rollingBack whether a failed operation is being undone
     */
    StepRunner(
            Workbench bench,
            StackRecord stack,
            NestedStacks nested,
            Blueprint goal,
            boolean rollingBack,
            String requestId) {
        this.bench = bench;
        this.stack = stack;
        this.nested = nested;
        this.goal = goal;
        this.rollingBack = rollingBack;
        this.requestId = requestId;
    }

    Run start(Step step, Instant at) {
        Optional<String> ordered = failure(step);
        if (ordered.isEmpty() && step.type().equals(ResourceType.STACK)) {
            return nested.start(step, goal, at, rollingBack);
        }
        double nominal = new ResourceHints(hintSource(step)).seconds(nominalSeconds(step));
        Instant end = bench.pace().after(at, nominal);
        if (ordered.isPresent()) {
            Failure failure = failure(step, ordered.get());
            return new Run(step, end, step.currentPhysicalId(), step.currentPhysicalId(), failure);
        }
        boolean fresh = step.kind() == StepKind.CREATE || step.replacement();
        String id = fresh ? Ids.physical(step.goal()) : step.currentPhysicalId();
        return new Run(step, end, id, step.currentPhysicalId(), null);
    }

    void abort(Run run, Instant at) {
        if (run.step().type().equals(ResourceType.STACK)) {
            nested.abort(run, at);
        }
    }

    private static double nominalSeconds(Step step) {
        ResourceType type = step.description().catalogued();
        return switch (step.kind()) {
            case CREATE -> type.seconds();
            case UPDATE -> step.replacement() ? type.seconds() : Math.max(1, type.seconds() / 2);
            case DELETE -> type.deleteSeconds();
        };
    }

    private Optional<String> failure(Step step) {
        FailOn on = rollingBack ? FailOn.ROLLBACK : FailOn.valueOf(step.kind().name());
        return new ResourceHints(hintSource(step))
                .failure(on)
                .or(() ->
                        rollingBack && step.current() != null && step.current().target() != null
                                ? new ResourceHints(step.current().target().metadata()).failure(on)
                                : Optional.empty())
                .or(() -> bench.failures().reason(stack.name(), step.logicalId(), on));
    }

    /** The template that the operation works with knows best, then what the resource was made from. */
    private ObjectNode hintSource(Step step) {
        ResourceTarget wanted = goal == null ? null : goal.resources().get(step.logicalId());
        return (wanted != null ? wanted : step.description()).metadata();
    }

    private Failure failure(Step step, String reason) {
        String verb =
                switch (step.kind()) {
                    case CREATE -> "Create";
                    case UPDATE -> "Modify";
                    case DELETE -> "Delete";
                };
        String kind = step.type().substring(step.type().lastIndexOf(':') + 1);
        return new Failure(
                verb + kind,
                new ResourceHints(hintSource(step)).code(),
                step.logicalId(),
                step.type(),
                reason,
                requestId);
    }
}
