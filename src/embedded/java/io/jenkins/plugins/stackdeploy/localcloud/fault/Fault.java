package io.jenkins.plugins.stackdeploy.localcloud.fault;

import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import java.time.Duration;

/**
 * An order to let calls fail.
 *
 * @param kind what goes wrong
 * @param action the action concerned, such as {@code GetStack}; {@code *} for every one
 * @param skip how many matching calls pass first, 0 or more
 * @param times how many calls then fail, 1 or more
 * @param latency real time that {@link FaultKind#LATENCY} waits, or over which {@link FaultKind#SLOW_BODY} goes, there zero
 *     for about two seconds; zero for the other kinds
 * @param refusal the answer of {@link FaultKind#REFUSAL}; null for the other kinds
 */
public record Fault(FaultKind kind, String action, int skip, int times, Duration latency, ApiError refusal) {

    /** Checks the ranges. */
    public Fault {
        if (skip < 0 || times < 1 || latency.isNegative()) {
            throw new IllegalArgumentException("skip >= 0, times >= 1 and latency >= 0 are needed");
        }
        if ((kind == FaultKind.REFUSAL) != (refusal != null)) {
            throw new IllegalArgumentException("a refusal, and nothing else, needs the error to answer with");
        }
    }

    /** An order of any kind but {@link FaultKind#REFUSAL}. */
    public Fault(FaultKind kind, String action, int skip, int times, Duration latency) {
        this(kind, action, skip, times, latency, null);
    }

    /** Returns an order for the next call of the action. */
    public static Fault of(FaultKind kind, String action) {
        return new Fault(kind, action, 0, 1, Duration.ZERO);
    }

    /** Returns an order that delays the next call of the action by real time. */
    public static Fault latency(String action, Duration latency) {
        return new Fault(FaultKind.LATENCY, action, 0, 1, latency);
    }

    /**
     * Returns an order that refuses the next call of the action, as a service does for reasons of its own.
     *
     * @param status HTTP status, 400 to 599
     * @param code such as {@code StaleRequestException}
     */
    public static Fault refusal(String action, int status, String code, String message) {
        return new Fault(FaultKind.REFUSAL, action, 0, 1, Duration.ZERO, new ApiError(status, code, message));
    }

    /** Returns the same order for several calls in a row. */
    public Fault times(int count) {
        return new Fault(kind, action, skip, count, latency, refusal);
    }

    /** Returns the same order, beginning after some calls have passed. */
    public Fault after(int passing) {
        return new Fault(kind, action, passing, times, latency, refusal);
    }

    boolean matches(String calledAction) {
        return action.equals("*") || action.equals(calledAction);
    }
}
