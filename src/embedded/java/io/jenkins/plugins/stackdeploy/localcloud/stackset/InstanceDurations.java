package io.jenkins.plugins.stackdeploy.localcloud.stackset;

import java.util.ArrayList;
import java.util.List;

/** How long the work on an instance takes. Safe for use by several threads. */
public final class InstanceDurations {
    /** What it takes unless told otherwise, in nominal seconds. */
    public static final double USUAL_SECONDS = 20;

    private final List<Order> orders = new ArrayList<>();

    private record Order(String account, String region, double seconds) {}

    /**
     * Sets the time for operations that begin from now on; of several matching orders the latest counts.
     *
     * @param account 12 digits; {@code *} for any
     * @param region the region; {@code *} for any
     * @param seconds nominal, above 0
     */
    public synchronized void set(String account, String region, double seconds) {
        if (!(seconds > 0)) {
            throw new IllegalArgumentException("work takes longer than " + seconds + " seconds");
        }
        orders.add(0, new Order(account, region, seconds));
    }

    /** Forgets what was set; operations that have begun keep their course. */
    public synchronized void clear() {
        orders.clear();
    }

    synchronized double of(Target target) {
        return orders.stream()
                .filter(order -> (order.account().equals("*") || order.account().equals(target.account()))
                        && (order.region().equals("*") || order.region().equals(target.region())))
                .mapToDouble(Order::seconds)
                .findFirst()
                .orElse(USUAL_SECONDS);
    }
}
