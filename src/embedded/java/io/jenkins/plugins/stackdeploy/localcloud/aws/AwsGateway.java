package io.jenkins.plugins.stackdeploy.localcloud.aws;

import io.jenkins.plugins.stackdeploy.localcloud.auth.Credential;
import io.jenkins.plugins.stackdeploy.localcloud.fault.Disturbance;
import io.jenkins.plugins.stackdeploy.localcloud.fault.Faults;
import io.jenkins.plugins.stackdeploy.localcloud.fault.Throttle;
import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Reply;
import io.jenkins.plugins.stackdeploy.localcloud.wire.RequestLog;
import io.jenkins.plugins.stackdeploy.localcloud.wire.RequestRecord;
import io.jenkins.plugins.stackdeploy.localcloud.wire.WireRequest;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The way of a request: the service, faults, signature, permission, throttling, the action itself, the record, the answer. */
public final class AwsGateway {
    private static final Logger LOGGER = Logger.getLogger(AwsGateway.class.getName());

    private static final int FIRST_REDIRECT = 300;

    private final Map<String, AwsService> services;
    private final AwsService unknown = new UnknownService();
    private final AwsAuthenticator authenticator;
    private final Faults faults;
    private final Throttle throttle;
    private final RequestLog log;
    private final Clock clock;

    /**
     * @param services by their names in signatures
     * @param throttle counts the calls of an account in a region, whatever their action
     */
    public AwsGateway(
            Map<String, AwsService> services,
            AwsAuthenticator authenticator,
            Faults faults,
            Throttle throttle,
            RequestLog log,
            Clock clock) {
        this.services = Map.copyOf(services);
        this.authenticator = authenticator;
        this.faults = faults;
        this.throttle = throttle;
        this.log = log;
        this.clock = clock;
    }

    /** Answers a request; never throws because of what a client sent. */
    public Reply serve(WireRequest request) {
        Visit visit = new Visit(request);
        try {
            return serve(visit);
        } catch (ApiError e) {
            return refuse(visit, e);
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "An action of the local cloud broke", e);
            return refuse(visit, new ApiError(500, "InternalFailure", "The request processing has failed: " + e));
        }
    }

    private Reply serve(Visit visit) {
        visit.scope = SigningScope.of(visit.request);
        visit.service = services.getOrDefault(visit.scope.service(), unknown);
        visit.action = visit.service.action(visit.request);
        visit.disturbance = new Disturbance(faults.take(visit.action).orElse(null), AwsErrors.WORDS);
        Optional<Reply> early = visit.disturbance.beforeEffect();
        if (early.isPresent()) {
            record(visit, early.get().status(), early.get().status() == 0 ? "DROPPED" : "HTML");
            return early.get();
        }
        AwsAuthenticator.Verified verified = authenticator.verify(visit.request, visit.scope);
        visit.caller = verified.caller();
        if (verified.caller().identity().denies(visit.action)) {
            throw new ApiError(
                    403,
                    "AccessDenied",
                    "User: " + verified.caller().identity().arn() + " is not authorized to perform: "
                            + visit.scope.service() + ":" + visit.action);
        }
        throttle.check(
                visit.scope.service(),
                visit.scope.region(),
                verified.caller().identity().accountId());
        AwsAnswer answer = visit.service.run(new AwsCall(
                visit.request,
                verified.payload(),
                verified.trailers(),
                visit.action,
                verified.caller(),
                visit.scope.region(),
                visit.requestId,
                clock.instant()));
        visit.effect = answer.effect();
        visit.disturbance.afterEffect();
        int status = answer.reply().status();
        return conclude(visit, answer.reply(), status < FIRST_REDIRECT ? "OK" : "HTTP " + status);
    }

    private Reply refuse(Visit visit, ApiError error) {
        return conclude(visit, visit.service.error(error, visit.requestId), error.code());
    }

    private Reply conclude(Visit visit, Reply reply, String code) {
        Reply delivered = visit.disturbance.deliver(reply).header("x-amzn-RequestId", visit.requestId);
        record(visit, delivered.status(), code);
        return delivered;
    }

    private void record(Visit visit, int status, String code) {
        log.add(new RequestRecord(
                clock.instant(),
                visit.action,
                visit.caller == null ? null : visit.caller.identity().accountId(),
                visit.caller == null ? null : visit.caller.accessKeyId(),
                visit.scope == null ? "" : visit.scope.region(),
                visit.service.token(visit.request),
                visit.requestId,
                status,
                code,
                visit.effect,
                visit.disturbance.name()));
    }

    /** What is known about a request so far, for its record. */
    private final class Visit {
        private final String requestId = UUID.randomUUID().toString();
        private final WireRequest request;
        private AwsService service = unknown;
        private SigningScope scope;
        private String action = "";
        private Credential caller;
        private Disturbance disturbance = new Disturbance(null, AwsErrors.WORDS);
        private boolean effect;

        Visit(WireRequest request) {
            this.request = request;
        }
    }
}
