package io.jenkins.plugins.stackdeploy.localcloud.fault;

import io.jenkins.plugins.stackdeploy.localcloud.wire.Delivery;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Reply;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** What a fault, or none, does to one call on its way. */
public final class Disturbance {
    private static final String ERROR_PAGE =
            "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>";
    private static final String PORTAL_PAGE =
            "<html><head><title>Sign in</title></head><body>Please sign in to the network.</body></html>";

    private static final Duration USUALLY_SLOW = Duration.ofSeconds(2);

    private final Fault fault;
    private final FaultWords words;

    /**
     * @param fault the fault of this call, or null for none
     * @param words how the service words errors
     */
    public Disturbance(Fault fault, FaultWords words) {
        this.fault = fault;
        this.words = words;
    }

    /** Returns the name of the fault, or null for none. */
    public String name() {
        return fault == null ? null : fault.kind().name();
    }

    /**
     * Does what happens before the call is looked at; a latency is waited for here.
     *
     * @return the answer of a fault that keeps the call from taking effect and is no error of the service, or empty to go on
     * @throws io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError if the fault is such an error
     */
    public Optional<Reply> beforeEffect() {
        if (fault == null) {
            return Optional.empty();
        }
        switch (fault.kind()) {
            case INTERNAL_ERROR -> throw words.internal().get();
            case SERVICE_UNAVAILABLE -> throw words.unavailable().get();
            case THROTTLING -> throw words.throttled().get();
            case REFUSAL -> throw fault.refusal();
            case BAD_GATEWAY -> {
                return Optional.of(Reply.html(502, ERROR_PAGE));
            }
            case HTML_OK -> {
                return Optional.of(Reply.html(200, PORTAL_PAGE));
            }
            case DROP_BEFORE_EFFECT -> {
                return Optional.of(Reply.dropped());
            }
            case LATENCY -> LockSupport.parkNanos(fault.latency().toNanos());
            case SERVICE_UNAVAILABLE_AFTER_EFFECT, DROP_AFTER_EFFECT, SLOW_BODY, TRUNCATED_BODY -> {
                // These leave the call itself alone.
            }
        }
        return Optional.empty();
    }

    /**
     * Does what happens between the effect and the answer.
     *
     * @throws io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError if the answer is an error although the call took effect
     */
    public void afterEffect() {
        if (fault != null && fault.kind() == FaultKind.SERVICE_UNAVAILABLE_AFTER_EFFECT) {
            throw words.unavailable().get();
        }
    }

    /** Returns the answer as it reaches the client. */
    public Reply deliver(Reply reply) {
        if (fault == null) {
            return reply;
        }
        return switch (fault.kind()) {
            case SLOW_BODY -> reply.deliveredOver(fault.latency().isZero() ? USUALLY_SLOW : fault.latency());
            case TRUNCATED_BODY -> reply.delivered(Delivery.TRUNCATED);
            case DROP_AFTER_EFFECT -> Reply.dropped();
            default -> reply;
        };
    }
}
