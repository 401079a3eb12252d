package io.jenkins.plugins.stackdeploy.approval;

import io.jenkins.plugins.stackdeploy.engine.Text;
import io.jenkins.plugins.stackdeploy.gate.Decision;

/** Who decided, for people. */
final class DecisionText {
    private DecisionText() {}

    /** The display name, and the id where it differs: display names can be chosen freely. */
    static String who(Decision decision) {
        String id = Text.oneLine(decision.by());
        String name = Text.oneLine(decision.name());
        return name.isEmpty() || name.equals(id) ? id : name + " (" + id + ")";
    }
}
