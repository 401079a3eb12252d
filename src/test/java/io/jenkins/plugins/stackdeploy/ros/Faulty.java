package io.jenkins.plugins.stackdeploy.ros;

import io.jenkins.plugins.stackdeploy.engine.BlackHole;
import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.localcloud.fault.Fault;
import io.jenkins.plugins.stackdeploy.localcloud.fault.FaultKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** What goes wrong with a call. */
enum Faulty {
    THROTTLED(FaultKind.THROTTLING),
    INTERNAL_ERROR(FaultKind.INTERNAL_ERROR),
    SERVICE_UNAVAILABLE(FaultKind.SERVICE_UNAVAILABLE),
    SERVICE_UNAVAILABLE_AFTER_EFFECT(FaultKind.SERVICE_UNAVAILABLE_AFTER_EFFECT),
    HTML_502(FaultKind.BAD_GATEWAY),
    HTML_200(FaultKind.HTML_OK),
    RESET_BEFORE_EFFECT(FaultKind.DROP_BEFORE_EFFECT),
    RESET_AFTER_EFFECT(FaultKind.DROP_AFTER_EFFECT),
    TRUNCATED_BODY(FaultKind.TRUNCATED_BODY),
    /** From the call on, requests are signed at a time that is 20 minutes too early. */
    CLOCK_SLOW(null) {
        @Override
        void order(Deployer deployer, String action, int passing) {
            deployer.atCall(action, passing, real -> {
                deployer.skew = Duration.ofMinutes(-20);
                return real;
            });
        }
    },
    CLOCK_FAST(null) {
        @Override
        void order(Deployer deployer, String action, int passing) {
            deployer.atCall(action, passing, real -> {
                deployer.skew = Duration.ofMinutes(20);
                return real;
            });
        }
    },
    EXPIRED_TOKEN(FaultKind.REFUSAL) {
        @Override
        void order(Deployer deployer, String action, int passing) {
            deployer.keys = new RenewableKey();
            deployer.ros
                    .faults()
                    .add(Fault.refusal(
                                    action, 400, "InvalidSecurityToken.Expired", "Specified SecurityToken is expired.")
                            .after(passing));
        }
    },
    CONNECT_TIMEOUT(null) {
        @Override
        void order(Deployer deployer, String action, int passing) {
            deployer.atCall(action, passing, real -> unreachable(deployer));
        }

        @Override
        boolean takesTime() {
            return true;
        }
    },
    READ_TIMEOUT(FaultKind.LATENCY),
    SLOW_BODY(FaultKind.SLOW_BODY);

    /** How long a faulty call takes: longer than the client waits for a piece of an answer, which a slow body is not. */
    private static final Duration LATENCY = Duration.ofMillis(400);

    /** How long the client waits: far longer than any other call takes. */
    static final int READ_TIMEOUT_MILLIS = 250;

    private static final int CONNECT_TIMEOUT_MILLIS = 100;

    private final FaultKind kind;

    Faulty(FaultKind kind) {
        this.kind = kind;
    }

    /** Whether it takes real time. */
    boolean takesTime() {
        return kind == FaultKind.LATENCY || kind == FaultKind.SLOW_BODY;
    }

    /** Orders the fault for a call of an action, after some have passed. */
    void order(Deployer deployer, String action, int passing) {
        if (takesTime()) {
            deployer.readMillis = READ_TIMEOUT_MILLIS;
        }
        deployer.ros.faults().add(new Fault(kind, action, passing, 1, takesTime() ? LATENCY : Duration.ZERO));
    }

    private static RosApi unreachable(Deployer deployer) {
        return (action, query, body) -> {
            try (BlackHole hole = new BlackHole()) {
                return deployer.tea(RpcEndpoint.parse(hole.endpoint()), deployer.keys, CONNECT_TIMEOUT_MILLIS)
                        .call(action, query, body);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        };
    }

    /** A key that another can be had for, once. */
    private static final class RenewableKey implements AccessKeySource {
        private boolean renewed;

        @Override
        public AccessKey get() throws CloudException {
            return new AccessKey(Deployer.KEY_ID, Deployer.KEY_SECRET, null, null);
        }

        @Override
        public boolean refused(AccessKey key) {
            boolean first = !renewed;
            renewed = true;
            return first;
        }
    }
}
