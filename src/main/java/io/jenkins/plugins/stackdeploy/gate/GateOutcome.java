package io.jenkins.plugins.stackdeploy.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came of a gate.
 *
 * @param state not OPEN
 * @param approvals those who approved, in order
 * @param rejection who said no; null unless the gate was rejected
 * @param why what settled it where nobody did, such as the newer run; null for nothing
 * @param parameters what was filled in; the last approver's values count
 * @param planDigest the digest of what was decided upon; null where there is no plan
 */
public record GateOutcome(
        GateState state,
        List<Decision> approvals,
        Decision rejection,
        String why,
        Map<String, String> parameters,
        String planDigest) {
    static GateOutcome of(GateRequest request, List<Decision> ledger) {
        Decision last = ledger.get(ledger.size() - 1);
        List<Decision> approvals = new ArrayList<>();
        Decision rejection = null;
        Map<String, String> parameters = new LinkedHashMap<>();
        request.policy().parameters().stream()
                .filter(parameter -> parameter.defaultValue() != null)
                .forEach(parameter -> parameters.put(parameter.name(), parameter.defaultValue()));
        for (Decision decision : ledger) {
            if (decision.kind() == Decision.Kind.APPROVE) {
                approvals.add(decision);
                parameters.putAll(decision.parameters());
            } else if (decision.kind() == Decision.Kind.REJECT) {
                rejection = decision;
            }
        }
        return new GateOutcome(last.state(), approvals, rejection, last.comment(), parameters, request.planDigest());
    }

    /** The comment of whoever said no, else the last comment of those who approved; null for none. */
    public String comment() {
        if (rejection != null) {
            return rejection.comment();
        }
        return approvals.stream()
                .map(Decision::comment)
                .filter(each -> each != null)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }
}
