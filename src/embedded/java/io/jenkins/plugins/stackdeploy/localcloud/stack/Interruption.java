package io.jenkins.plugins.stackdeploy.localcloud.stack;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Cuts the course of a running operation short, in nested stacks too. */
final class Interruption {
    private final StackFamily family;
    private final boolean safe;

    /**
     * @param safe whether resources that are being worked on are finished first; otherwise they fail at once
     */
    Interruption(StackFamily family, boolean safe) {
        this.family = family;
        this.safe = safe;
    }

    /**
     * Removes what would have happened later. The stack itself keeps its status.
     *
     * @param stack a stack whose last operation is still going on
     * @param at the moment of interruption
     * @return when the last of its resources has come to rest
     */
    Instant interrupt(StackRecord stack, Instant at) {
        Operation operation = stack.lastOperation();
        StackState state = stack.at(at);
        List<Transition> kept = new ArrayList<>();
        Map<String, Transition> nextOf = new HashMap<>();
        for (Transition transition : operation.timeline()) {
            if (!transition.at().isAfter(at)) {
                kept.add(transition);
            } else if (!transition.ofStack() && transition.eventId() != null) {
                nextOf.putIfAbsent(transition.logicalId(), transition);
            }
        }
        List<Transition> endings = new ArrayList<>();
        for (ResourceState resource : state.resources().values()) {
            if (resource.inProgress()) {
                endings.add(ending(resource, nextOf.get(resource.logicalId()), at));
            }
        }
        endings.sort(Comparator.comparing(Transition::at));
        kept.addAll(endings);
        operation.rewrite(kept);
        forgetPlanned(stack, at);
        return endings.isEmpty() ? at : endings.get(endings.size() - 1).at();
    }

    private Transition ending(ResourceState resource, Transition planned, Instant at) {
        Instant end = at;
        if (resource.nestedStack()) {
            end = interruptNested(resource.physicalId(), at);
        } else if (safe && planned != null) {
            return planned;
        }
        String action = resource.status().replace("_IN_PROGRESS", "");
        return new Transition(
                end,
                Ids.uuid(),
                resource.logicalId(),
                resource.type(),
                resource.physicalId(),
                action + "_FAILED",
                action + " aborted",
                null,
                false,
                null);
    }

    /** Interrupts a nested stack if an operation runs on it, and lets that operation fail. */
    Instant interruptNested(String stackId, Instant at) {
        StackRecord child = family.stack(stackId).orElse(null);
        if (child == null || !child.busy(at)) {
            return at;
        }
        String status = child.at(at).status();
        Instant end = interrupt(child, at);
        new Timeline(child.lastOperation())
                .stack(
                        end,
                        status.replace("_IN_PROGRESS", "_FAILED"),
                        child.lastOperation().action() + " aborted",
                        StackOutcome.NONE);
        return end;
    }

    /** Forgets operations on nested stacks, and whole nested stacks, that had only been planned. */
    private void forgetPlanned(StackRecord stack, Instant at) {
        List<StackRecord> children = family.stacks().stream()
                .filter(child -> stack.id().equals(child.parentId()))
                .toList();
        for (StackRecord child : children) {
            child.dropOperationsAfter(at);
            forgetPlanned(child, at);
            if (child.createdAt().isAfter(at)) {
                family.stacks().remove(child);
            }
        }
    }
}
