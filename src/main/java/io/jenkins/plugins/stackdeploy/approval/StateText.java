package io.jenkins.plugins.stackdeploy.approval;

import io.jenkins.plugins.stackdeploy.engine.Text;
import io.jenkins.plugins.stackdeploy.gate.GateState;
import org.jvnet.localizer.Localizable;

/** Where a gate stands, in a sentence. */
final class StateText {
    private StateText() {}

    /** @param why what settled it where nobody did; may be null */
    static Localizable of(GateState state, String why) {
        return switch (state) {
            case OPEN -> Messages._State_open();
            case APPROVED -> Messages._State_approved();
            case REJECTED -> Messages._State_rejected();
            case EXPIRED_APPROVED -> Messages._State_expiredApproved();
            case EXPIRED_REJECTED -> Messages._State_expiredRejected();
            case SUPERSEDED -> Messages._State_superseded(Text.oneLine(why));
            case ABORTED -> Messages._State_aborted();
        };
    }
}
