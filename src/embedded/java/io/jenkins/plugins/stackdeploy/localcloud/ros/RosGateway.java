package io.jenkins.plugins.stackdeploy.localcloud.ros;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.localcloud.auth.Authenticator;
import io.jenkins.plugins.stackdeploy.localcloud.auth.Credential;
import io.jenkins.plugins.stackdeploy.localcloud.fault.Disturbance;
import io.jenkins.plugins.stackdeploy.localcloud.fault.FaultWords;
import io.jenkins.plugins.stackdeploy.localcloud.fault.Faults;
import io.jenkins.plugins.stackdeploy.localcloud.fault.Throttle;
import io.jenkins.plugins.stackdeploy.localcloud.stack.Ids;
import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Reply;
import io.jenkins.plugins.stackdeploy.localcloud.wire.RequestLog;
import io.jenkins.plugins.stackdeploy.localcloud.wire.RequestRecord;
import io.jenkins.plugins.stackdeploy.localcloud.wire.WireRequest;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The way of a request: faults, signature, permission, throttling, the action itself, the record, the answer. */
public final class RosGateway {
    private static final Logger LOGGER = Logger.getLogger(RosGateway.class.getName());

    /** How ROS words what every service can answer. */
    public static final FaultWords WORDS = new FaultWords(
            () -> new ApiError(500, "InternalError", "The request processing has failed."),
            () -> new ApiError(503, "ServiceUnavailable", "The request has failed due to a temporary failure."),
            () -> new ApiError(400, "Throttling.User", "Request was denied due to user flow control."));

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
        visit.disturbance = new Disturbance(faults.take(call.action()).orElse(null), WORDS);
        Optional<Reply> early = visit.disturbance.beforeEffect();
        if (early.isPresent()) {
            record(visit, early.get().status(), early.get().status() == 0 ? "DROPPED" : "HTML");
            return early.get();
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
        visit.disturbance.afterEffect();
        ObjectNode body = Json.object().put("RequestId", visit.requestId);
        body.setAll(answer.body());
        return conclude(visit, 200, "OK", body);
    }

    private Reply conclude(Visit visit, int status, String code, ObjectNode body) {
        Reply reply = visit.disturbance.deliver(Reply.json(status, body));
        record(visit, reply.status(), code);
        return reply;
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
                visit.disturbance.name()));
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
        private Disturbance disturbance = new Disturbance(null, WORDS);
        private boolean effect;

        Visit(String requestId) {
            this.requestId = requestId;
        }
    }
}
