package io.jenkins.plugins.stackdeploy.ros;

import io.jenkins.plugins.stackdeploy.localcloud.LocalRos;
import io.jenkins.plugins.stackdeploy.localcloud.fault.Fault;
import io.jenkins.plugins.stackdeploy.localcloud.fault.FaultKind;
import java.time.Duration;

/** What goes wrong with a call. */
enum Faulty {
    THROTTLED(FaultKind.THROTTLING),
    INTERNAL_ERROR(FaultKind.INTERNAL_ERROR),
    SERVICE_UNAVAILABLE(FaultKind.SERVICE_UNAVAILABLE),
    SERVICE_UNAVAILABLE_AFTER_EFFECT(FaultKind.SERVICE_UNAVAILABLE_AFTER_EFFECT),
    HTML_502(FaultKind.BAD_GATEWAY),
    HTML_200(FaultKind.HTML_OK),
    DROPPED_BEFORE_EFFECT(FaultKind.DROP_BEFORE_EFFECT),
    DROPPED_AFTER_EFFECT(FaultKind.DROP_AFTER_EFFECT),
    TRUNCATED_BODY(FaultKind.TRUNCATED_BODY),
    READ_TIMEOUT(FaultKind.LATENCY);

    /** How long a faulty call takes, longer than the client waits. */
    static final Duration LATENCY = Duration.ofMillis(400);

    /** How long the client waits: far longer than any other call takes. */
    static final int READ_TIMEOUT_MILLIS = 250;

    private final FaultKind kind;

    Faulty(FaultKind kind) {
        this.kind = kind;
    }

    /** Orders the fault for some calls in a row of an action, after some have passed. */
    void order(LocalRos ros, String action, int passing, int times) {
        Duration latency = kind == FaultKind.LATENCY ? LATENCY : Duration.ZERO;
        ros.faults().add(new Fault(kind, action, passing, times, latency));
    }
}
