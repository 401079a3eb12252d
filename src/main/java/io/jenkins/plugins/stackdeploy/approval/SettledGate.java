package io.jenkins.plugins.stackdeploy.approval;

import io.jenkins.plugins.stackdeploy.gate.GateState;
import java.time.Instant;
import java.util.List;

/**
 * A gate that is decided, for the list of its job.
 *
 * @param build the number of the build
 * @param buildName what people call the build
 * @param id the gate's id in the build
 * @param name what people call the gate
 * @param state how it ended
 * @param why what settled it where nobody did; may be null
 * @param by who decided
 * @param comment what they said; null for nothing
 * @param at when
 */
record SettledGate(
        int build,
        String buildName,
        String id,
        String name,
        GateState state,
        String why,
        List<String> by,
        String comment,
        Instant at) {
    SettledGate {
        by = by == null ? List.of() : List.copyOf(by);
    }

    boolean isSameAs(SettledGate other) {
        return build == other.build && id.equals(other.id);
    }
}
