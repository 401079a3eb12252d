package jenkins.metrics.api;

import com.codahale.metrics.MetricRegistry;

/** The entrance of the metrics plugin. */
public class Metrics {
    private static final MetricRegistry REGISTRY = new MetricRegistry();

    /** @return the metrics of this Jenkins */
    public static MetricRegistry metricRegistry() {
        return REGISTRY;
    }
}
