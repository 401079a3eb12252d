package io.jenkins.plugins.stackdeploy.gate;

import java.util.List;

/**
 * How far a rule is met.
 *
 * @param rule the rule
 * @param approvedBy display names of those whose approvals count for it, at most as many as it needs
 */
public record RuleProgress(GateRule rule, List<String> approvedBy) {
    /** Whether enough people approved. */
    public boolean isMet() {
        return approvedBy.size() == rule.needed();
    }
}
