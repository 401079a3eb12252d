package io.jenkins.plugins.stackdeploy.localcloud.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** Remembers nonces for as long as a request that carries one could still pass the time check. */
final class NonceMemory {
    private static final Duration RETENTION = Authenticator.MAX_SKEW.multipliedBy(2);

    private final Set<String> known = new HashSet<>();
    private final Deque<Use> byAge = new ArrayDeque<>();

    private record Use(String key, Instant at) {}

    /** Returns whether the key has not used this nonce lately, and remembers it. */
    synchronized boolean firstUse(String accessKeyId, String nonce, Instant now) {
        while (!byAge.isEmpty() && byAge.peekFirst().at().plus(RETENTION).isBefore(now)) {
            known.remove(byAge.removeFirst().key());
        }
        String key = accessKeyId + " " + nonce;
        if (!known.add(key)) {
            return false;
        }
        byAge.addLast(new Use(key, now));
        return true;
    }
}
