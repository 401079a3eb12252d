package io.jenkins.plugins.stackdeploy.gate;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One line of the ledger.
 *
 * @param number counts from 1 in its gate
 * @param kind what it is
 * @param at when it was taken
 * @param by the user's id; null where nobody in particular decided
 * @param name the user's display name at that time; null where nobody in particular decided
 * @param comment why; null for nothing
 * @param places indexes of the places that the user fitted at that time; empty unless this is an approval
 * @param checked the items of the checklist that were ticked; empty unless this is an approval
 * @param parameters what was filled in; empty unless this is an approval
 * @param planDigest the digest of the plan that was decided upon; null where there is none
 * @param state how the gate ended; null unless this settles it
 */
public record Decision(
        int number,
        Kind kind,
        Instant at,
        String by,
        String name,
        String comment,
        List<Integer> places,
        List<String> checked,
        Map<String, String> parameters,
        String planDigest,
        GateState state) {
    /** What a line of the ledger can be. */
    public enum Kind {
        /** Somebody approves. */
        APPROVE,
        /** Somebody says no. */
        REJECT,
        /** The gate is decided; nothing comes after it. */
        SETTLE
    }

    /** Keeps copies; a list or map that is missing in the file is empty. */
    public Decision {
        places = places == null ? List.of() : List.copyOf(places);
        checked = checked == null ? List.of() : List.copyOf(checked);
        parameters = parameters == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    static Decision approve(int number, Instant at, Approver by, Answer answer, List<Integer> places, String digest) {
        return new Decision(
                number,
                Kind.APPROVE,
                at,
                by.id(),
                by.name(),
                answer.comment(),
                places,
                answer.checked(),
                answer.parameters(),
                digest,
                null);
    }

    static Decision reject(int number, Instant at, Approver by, String comment, String digest) {
        return new Decision(number, Kind.REJECT, at, by.id(), by.name(), comment, null, null, null, digest, null);
    }

    static Decision settle(int number, Instant at, GateState state, String why, String digest) {
        return new Decision(number, Kind.SETTLE, at, null, null, why, null, null, null, digest, state);
    }
}
