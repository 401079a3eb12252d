package io.jenkins.plugins.stackdeploy.localcloud.fault;

import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Counts calls in a sliding window per action, region and main account: the dimensions of the published ROS quotas
 * (api-ros-2019-09-10-quota: 100 calls in 60 s for most actions).
 */
public final class Throttle {
    private final int calls;
    private final Duration window;
    private final Clock clock;
    private final Supplier<ApiError> refusal;
    private final Map<String, Deque<Instant>> history = new HashMap<>();

    /**
     * @param calls how many calls fit into the window; 0 switches throttling off
     * @param window length of the window by the clock
     * @param clock the cloud's clock
     * @param refusal the answer that a throttled client gets
     */
    public Throttle(int calls, Duration window, Clock clock, Supplier<ApiError> refusal) {
        this.calls = calls;
        this.window = window;
        this.clock = clock;
        this.refusal = refusal;
    }

    /**
     * Counts a call. A refused call does not count.
     *
     * @throws ApiError the refusal, if the window is full
     */
    public synchronized void check(String action, String region, String accountId) {
        if (calls == 0) {
            return;
        }
        Instant now = clock.instant();
        Deque<Instant> recent =
                history.computeIfAbsent(action + " " + region + " " + accountId, key -> new ArrayDeque<>());
        while (!recent.isEmpty() && !recent.peekFirst().plus(window).isAfter(now)) {
            recent.removeFirst();
        }
        if (recent.size() >= calls) {
            throw refusal.get();
        }
        recent.addLast(now);
    }

    /** Forgets every call. */
    public synchronized void reset() {
        history.clear();
    }
}
