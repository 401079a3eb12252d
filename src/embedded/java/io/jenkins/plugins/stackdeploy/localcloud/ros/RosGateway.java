package io.jenkins.plugins.stackdeploy.localcloud.ros;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.localcloud.auth.Authenticator;
import io.jenkins.plugins.stackdeploy.localcloud.auth.Credential;
import io.jenkins.plugins.stackdeploy.localcloud.fault.Fault;
import io.jenkins.plugins.stackdeploy.localcloud.fault.FaultKind;
import io.jenkins.plugins.stackdeploy.localcloud.fault.Faults;
import io.jenkins.plugins.stackdeploy.localcloud.fault.Throttle;
import io.jenkins.plugins.stackdeploy.localcloud.stack.Ids;
import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Delivery;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Reply;
import io.jenkins.plugins.stackdeploy.localcloud.wire.WireRequest;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The way of a request: faults, signature, permission, throttling, the action itself, the record, the answer. */
public final class RosGateway {
    private static final Logger LOGGER = Logger.getLogger(RosGateway.class.getName());
    private static final String ERROR_PAGE =
            "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>";
    private static final String PORTAL_PAGE =
            "<html><head><title>Sign in</title></head><body>Please sign in to the network.</body></html>";

    private final RosService ros;
    private final StsService sts;
    private final Authenticator authenticator;
    private final Faults faults;
    private final Throttle throttle;
    private final RequestLog log;
    private final Clock clock;

    /** Connects the parts; the gateway itself has no state. */
    public RosGateway(
            RosService ros,
            StsService sts,
            Authenticator authenticator,
            Faults faults,
            Throttle throttle,
            RequestLog log,
            Clock clock) {
        this.ros = ros;
        this.sts = sts;
        this.authenticator = authenticator;
        this.faults = faults;
        this.throttle = throttle;
        this.log = log;
        this.clock = clock;
    }

    /** Answers a request; never throws because of what a client sent. */
    public Reply serve(WireRequest request) {
        Visit visit = new Visit(Ids.requestId());
        try {
            return serve(request, visit);
        } catch (ApiError e) {
            return conclude(visit, e.status(), e.code(), errorBody(e, request, visit));
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "An action of the local cloud broke", e);
            ApiError error = new ApiError(500, "InternalError", "The request processing has failed: " + e);
            return conclude(visit, 500, error.code(), errorBody(error, request, visit));
        }
    }

    private Reply serve(WireRequest request, Visit visit) {
        RpcCall call = RpcCall.of(request);
        visit.call = call;
        Fault fault = faults.take(call.action()).orElse(null);
        if (fault != null) {
            visit.fault = fault.kind();
            Reply early = beforeEffect(fault, visit);
            if (early != null) {
                return early;
            }
        }
        Credential caller = authenticator.authenticate(request);
        visit.caller = caller;
        boolean isSts = call.isSts();
        caller.identity().authorize(call.action());
        String accountId = caller.identity().accountId();
        throttle.check(call.action(), call.parameters().getOrDefault("RegionId", ""), accountId);
        Answer answer = isSts
                ? sts.run(call.action(), call.parameters(), caller)
                : ros.run(call.action(), call.parameters(), accountId, visit.requestId);
        visit.effect = answer.effect();
        if (fault != null && fault.kind() == FaultKind.SERVICE_UNAVAILABLE_AFTER_EFFECT) {
            throw unavailable();
        }
        ObjectNode body = Json.object().put("RequestId", visit.requestId);
        body.setAll(answer.body());
        return conclude(visit, 200, "OK", body);
    }

    /** Returns the answer of a fault that keeps the call from taking effect, or null to go on. */
    private Reply beforeEffect(Fault fault, Visit visit) {
        switch (fault.kind()) {
            case INTERNAL_ERROR -> throw new ApiError(500, "InternalError", "The request processing has failed.");
            case SERVICE_UNAVAILABLE -> throw unavailable();
            case THROTTLING -> throw Throttle.throttled();
            case BAD_GATEWAY -> {
                record(visit, 502, "HTML");
                return Reply.html(502, ERROR_PAGE);
            }
            case HTML_OK -> {
                record(visit, 200, "HTML");
                return Reply.html(200, PORTAL_PAGE);
            }
            case DROP_BEFORE_EFFECT -> {
                record(visit, 0, "DROPPED");
                return Reply.dropped();
            }
            case LATENCY -> LockSupport.parkNanos(fault.latency().toNanos());
            case SERVICE_UNAVAILABLE_AFTER_EFFECT, DROP_AFTER_EFFECT, SLOW_BODY, TRUNCATED_BODY -> {
                // These leave the call itself alone.
            }
        }
        return null;
    }

    private Reply conclude(Visit visit, int status, String code, ObjectNode body) {
        boolean dropped = visit.fault == FaultKind.DROP_AFTER_EFFECT;
        record(visit, dropped ? 0 : status, code);
        Reply reply = Reply.json(status, body);
        if (visit.fault == FaultKind.SLOW_BODY) {
            return reply.delivered(Delivery.SLOW);
        }
        if (visit.fault == FaultKind.TRUNCATED_BODY) {
            return reply.delivered(Delivery.TRUNCATED);
        }
        return dropped ? Reply.dropped() : reply;
    }

    private void record(Visit visit, int status, String code) {
        Map<String, String> parameters = visit.call == null ? Map.of() : visit.call.parameters();
        log.add(new RequestRecord(
                clock.instant(),
                visit.call == null ? "" : visit.call.action(),
                visit.caller == null ? null : visit.caller.identity().accountId(),
                visit.caller == null ? null : visit.caller.accessKeyId(),
                parameters.getOrDefault("RegionId", ""),
                parameters.get("ClientToken"),
                visit.requestId,
                status,
                code,
                visit.effect,
                visit.fault == null ? null : visit.fault.name()));
    }

    private static ApiError unavailable() {
        return new ApiError(503, "ServiceUnavailable", "The request has failed due to a temporary failure.");
    }

    private static ObjectNode errorBody(ApiError error, WireRequest request, Visit visit) {
        return Json.object()
                .put("RequestId", visit.requestId)
                .put("HostId", request.header("host").orElse(""))
                .put("Code", error.code())
                .put("Message", error.getMessage());
    }

    /** What is known about a request so far, for its record. */
    private static final class Visit {
        private final String requestId;
        private RpcCall call;
        private Credential caller;
        private FaultKind fault;
        private boolean effect;

        Visit(String requestId) {
            this.requestId = requestId;
        }
    }
}
