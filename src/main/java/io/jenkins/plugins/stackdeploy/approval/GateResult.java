package io.jenkins.plugins.stackdeploy.approval;

import io.jenkins.plugins.stackdeploy.engine.Text;
import io.jenkins.plugins.stackdeploy.gate.Decision;
import io.jenkins.plugins.stackdeploy.gate.GateOutcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jvnet.localizer.Localizable;

/** What a Pipeline gets of a gate: texts, lists and maps alone. */
final class GateResult {
    private GateResult() {}

    /**
     * The result.
     *
     * @return {@code decision} (approved or rejected), {@code state}, {@code approvers} (ids), {@code rejectedBy} (id),
     *     {@code comment}, {@code parameters}, {@code digest} and {@code decisions}; what there is not is missing
     */
    static Map<String, Object> of(GateOutcome outcome) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("decision", outcome.state().isApproved() ? "approved" : "rejected");
        result.put("state", outcome.state().name());
        List<Object> approvers = new ArrayList<>();
        List<Object> decisions = new ArrayList<>();
        outcome.approvals().forEach(each -> {
            approvers.add(each.by());
            decisions.add(decision("approved", each));
        });
        result.put("approvers", approvers);
        if (outcome.rejection() != null) {
            result.put("rejectedBy", outcome.rejection().by());
            decisions.add(decision("rejected", outcome.rejection()));
        }
        if (outcome.comment() != null) {
            result.put("comment", outcome.comment());
        }
        result.put("parameters", new LinkedHashMap<>(outcome.parameters()));
        if (outcome.planDigest() != null) {
            result.put("digest", outcome.planDigest());
        }
        result.put("decisions", decisions);
        return result;
    }

    private static Map<String, Object> decision(String word, Decision decision) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("decision", word);
        facts.put("by", decision.by());
        facts.put("name", decision.name());
        facts.put("at", decision.at().toString());
        if (decision.comment() != null) {
            facts.put("comment", decision.comment());
        }
        return facts;
    }

    /** Why the build does not go on, in one line. */
    static Localizable refusal(String name, GateOutcome outcome) {
        String gate = Text.oneLine(name);
        return switch (outcome.state()) {
            case REJECTED ->
                outcome.comment() == null
                        ? Messages._Refusal_rejected(gate, DecisionText.who(outcome.rejection()))
                        : Messages._Refusal_rejectedBecause(
                                gate, DecisionText.who(outcome.rejection()), Text.oneLine(outcome.comment()));
            case SUPERSEDED -> Messages._Refusal_superseded(gate, Text.oneLine(outcome.why()));
            case EXPIRED_REJECTED -> Messages._Refusal_expired(gate);
            default -> Messages._Refusal_aborted(gate);
        };
    }
}
