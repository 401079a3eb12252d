package io.jenkins.plugins.stackdeploy.cloudformation;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * One pool of connections for all sessions that call through the same proxy, closed with the last of them. Each build that
 * takes on a role has a session of its own, of which there may be hundreds.
 */
final class HttpPools {
    private record Way(AwsProxy proxy, Duration answer) {}

    private static final class Shared {
        final HttpPool pool;
        int users;

        Shared(HttpPool pool) {
            this.pool = pool;
        }
    }

    private final Map<Way, Shared> pools = new HashMap<>();

    /**
     * Takes part in a pool.
     *
     * @param proxy through what to call; null to leave it to the Java virtual machine's settings
     * @param answer how long an attempt waits for its answer
     * @return the pool; {@link #leave} it once
     */
    synchronized HttpPool take(AwsProxy proxy, Duration answer) {
        Shared shared = pools.computeIfAbsent(new Way(proxy, answer), way -> new Shared(new HttpPool(proxy, answer)));
        shared.users++;
        return shared.pool;
    }

    /** Ends one use of the pool that was taken so. */
    synchronized void leave(AwsProxy proxy, Duration answer) {
        Way way = new Way(proxy, answer);
        Shared shared = pools.get(way);
        if (--shared.users == 0) {
            pools.remove(way);
            shared.pool.close();
        }
    }

    /** How many pools are open. */
    synchronized int size() {
        return pools.size();
    }
}
