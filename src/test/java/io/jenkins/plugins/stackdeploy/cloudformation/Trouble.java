package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.localcloud.fault.Fault;
import io.jenkins.plugins.stackdeploy.localcloud.fault.FaultKind;
import java.io.IOException;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/** What goes wrong with a call. */
enum Trouble {
    THROTTLED(FaultKind.THROTTLING),
    INTERNAL_ERROR(FaultKind.INTERNAL_ERROR),
    SERVICE_UNAVAILABLE(FaultKind.SERVICE_UNAVAILABLE),
    SERVICE_UNAVAILABLE_AFTER_EFFECT(FaultKind.SERVICE_UNAVAILABLE_AFTER_EFFECT),
    HTML_502(FaultKind.BAD_GATEWAY),
    HTML_200(FaultKind.HTML_OK),
    RESET_BEFORE_EFFECT(FaultKind.DROP_BEFORE_EFFECT),
    RESET_AFTER_EFFECT(FaultKind.DROP_AFTER_EFFECT),
    TRUNCATED_BODY(FaultKind.TRUNCATED_BODY),
    EXPIRED_TOKEN(FaultKind.REFUSAL) {
        @Override
        void order(Deployer deployer, String action, int passing) {
            deployer.credentials = new Session();
            deployer.aws
                    .faults()
                    .add(Fault.refusal(action, 403, "ExpiredToken", "The security token in the request is expired")
                            .after(passing));
        }
    },
    CONNECT_TIMEOUT(null) {
        @Override
        void order(Deployer deployer, String action, int passing) throws IOException {
            deployer.unreachableAtCall(action, passing);
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

    /** How long the client waits. */
    private static final Duration IMPATIENT = Duration.ofMillis(250);

    private static final Duration PATIENT = Duration.ofSeconds(30);

    private final FaultKind kind;

    Trouble(FaultKind kind) {
        this.kind = kind;
    }

    /** Whether it takes real time. */
    boolean takesTime() {
        return kind == FaultKind.LATENCY || kind == FaultKind.SLOW_BODY;
    }

    /** How long the client waits for a piece of an answer. */
    Duration readTimeout() {
        return takesTime() ? IMPATIENT : PATIENT;
    }

    /** Orders the trouble for a call of an action, after some have passed. */
    void order(Deployer deployer, String action, int passing) throws IOException {
        deployer.aws.faults().add(new Fault(kind, action, passing, 1, takesTime() ? LATENCY : Duration.ZERO));
    }

    /** Credentials that others can be had for, once. */
    private static final class Session implements RenewableCredentials {
        private boolean renewed;

        @Override
        public AwsCredentials resolveCredentials() {
            return AwsBasicCredentials.create("ASIA", "secret");
        }

        @Override
        public boolean renew(AwsCredentials ended) {
            boolean first = !renewed;
            renewed = true;
            return first;
        }
    }
}
