package io.jenkins.plugins.stackdeploy.gate;

/** Where a gate stands. It leaves OPEN once and for ever. */
public enum GateState {
    /** Waits for decisions. */
    OPEN,
    /** All rules are met. */
    APPROVED,
    /** Somebody entitled said no. */
    REJECTED,
    /** The deadline passed, and that counts as no. */
    EXPIRED_REJECTED,
    /** The deadline passed, and that counts as yes. */
    EXPIRED_APPROVED,
    /** A newer run of the same job waits at the same gate. */
    SUPERSEDED,
    /** The build was stopped; nobody said no. */
    ABORTED;

    /** Whether what comes after the gate may go on. */
    public boolean isApproved() {
        return this == APPROVED || this == EXPIRED_APPROVED;
    }
}
