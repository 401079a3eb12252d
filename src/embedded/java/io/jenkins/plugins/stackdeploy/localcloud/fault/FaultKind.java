package io.jenkins.plugins.stackdeploy.localcloud.fault;

/** What goes wrong with a call. The codes are those of ROS; other services word the same errors in their way. */
public enum FaultKind {
    /** HTTP 500 InternalError as JSON; the call has no effect. */
    INTERNAL_ERROR,
    /** HTTP 503 ServiceUnavailable as JSON; the call has no effect. */
    SERVICE_UNAVAILABLE,
    /** HTTP 503 ServiceUnavailable as JSON although the call took effect. */
    SERVICE_UNAVAILABLE_AFTER_EFFECT,
    /** HTTP 502 with an HTML page, as a proxy sends it; the call has no effect. */
    BAD_GATEWAY,
    /** HTTP 200 with an HTML page, as a captive portal sends it; the call has no effect. */
    HTML_OK,
    /** HTTP 400 Throttling.User; the call has no effect. */
    THROTTLING,
    /** The call is answered with the error that the order carries; it has no effect. */
    REFUSAL,
    /** The connection closes before the call takes effect. */
    DROP_BEFORE_EFFECT,
    /** The connection closes after the call took effect: the answer is lost. */
    DROP_AFTER_EFFECT,
    /** The call waits for the fault's latency, then goes on as usual. */
    LATENCY,
    /** The call takes effect and its answer trickles in over the fault's latency, or about two seconds. */
    SLOW_BODY,
    /** The call takes effect and its answer breaks off half-way. */
    TRUNCATED_BODY
}
