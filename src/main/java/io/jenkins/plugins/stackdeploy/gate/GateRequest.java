package io.jenkins.plugins.stackdeploy.gate;

import java.time.Instant;
import java.util.List;

/**
 * What is to be decided. It does not change while the gate waits.
 *
 * @param name what people call the gate
 * @param message what is asked; null for nothing but the name
 * @param policy who may decide
 * @param requesters ids of everybody who started the run
 * @param planDigest the digest of what would be deployed; null where there is no plan
 * @param opened when the gate began to wait
 * @param deadline until when it waits, whatever happens to Jenkins meanwhile; null for ever
 * @param approvedAtDeadline whether the deadline means yes; it means no otherwise
 */
public record GateRequest(
        String name,
        String message,
        GatePolicy policy,
        List<String> requesters,
        String planDigest,
        Instant opened,
        Instant deadline,
        boolean approvedAtDeadline) {
    /** Keeps a copy of the requesters. */
    public GateRequest {
        requesters = List.copyOf(requesters);
    }
}
