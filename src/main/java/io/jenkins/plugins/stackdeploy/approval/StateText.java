package io.jenkins.plugins.stackdeploy.approval;

import io.jenkins.plugins.stackdeploy.engine.Text;
import io.jenkins.plugins.stackdeploy.gate.GateState;

/** Where a gate stands, in a sentence. */
final class StateText {
    private StateText() {}

    /** @param why what settled it where nobody did; may be null */
    static String of(GateState state, String why) {
        return switch (state) {
            case OPEN -> Messages.State_open();
            case APPROVED -> Messages.State_approved();
            case REJECTED -> Messages.State_rejected();
            case EXPIRED_APPROVED -> Messages.State_expiredApproved();
            case EXPIRED_REJECTED -> Messages.State_expiredRejected();
            case SUPERSEDED -> Messages.State_superseded(Text.oneLine(why));
            case ABORTED -> Messages.State_aborted();
        };
    }
}
