package io.jenkins.plugins.stackdeploy.approval;

import io.jenkins.plugins.stackdeploy.gate.Decision;
import io.jenkins.plugins.stackdeploy.gate.GateState;

/** What has happened at a gate, in half a sentence. */
final class EventText {
    private EventText() {}

    /** @param decision what was decided; null when the gate opens or reminds */
    static String of(GateEvent event, GateState state, Decision decision) {
        return switch (event) {
            case OPENED -> Messages.Webhook_opened();
            case REMINDER -> Messages.Webhook_reminder();
            case APPROVAL -> Messages.Webhook_approval(DecisionText.who(decision));
            case REJECTION -> Messages.Webhook_rejection(DecisionText.who(decision));
            case SETTLED -> StateText.of(state, decision.comment()).toString();
        };
    }
}
