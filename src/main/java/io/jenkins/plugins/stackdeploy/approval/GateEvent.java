package io.jenkins.plugins.stackdeploy.approval;

import io.jenkins.plugins.stackdeploy.gate.Decision;
import java.util.Locale;

/** What webhooks are told of. */
enum GateEvent {
    OPENED,
    REMINDER,
    APPROVAL,
    REJECTION,
    SETTLED;

    static GateEvent of(Decision decision) {
        return switch (decision.kind()) {
            case APPROVE -> APPROVAL;
            case REJECT -> REJECTION;
            case SETTLE -> SETTLED;
        };
    }

    /** The word in the notification. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
