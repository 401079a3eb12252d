package io.jenkins.plugins.stackdeploy.health;

import com.codahale.metrics.Counter;
import com.codahale.metrics.Gauge;
import com.codahale.metrics.Metric;
import com.codahale.metrics.MetricSet;
import com.codahale.metrics.Timer;
import io.jenkins.plugins.stackdeploy.approval.GateService;
import io.jenkins.plugins.stackdeploy.engine.GroupSnapshot;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.engine.WatcherSnapshot;
import io.jenkins.plugins.stackdeploy.steps.DeployService;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** What the metrics plugin publishes of this one. Loaded only where that plugin is installed, which brings the types. */
final class StackDeployMetrics implements MetricSet {
    /** What the names of all metrics begin with. */
    static final String PREFIX = "stack-deploy.";

    private final Map<String, Metric> metrics = new LinkedHashMap<>();

    StackDeployMetrics() {
        gauge("waits", () -> watcher().waits());
        gauge("groups", () -> watcher().groups().size());
        gauge("threads", () -> watcher().threads());
        gauge("gates.open", GateService::openGates);
        counter("looks", () -> DeployService.get().watcher().looks());
        counter("calls", total(GroupSnapshot::calls));
        counter("throttles", total(GroupSnapshot::throttles));
        for (Outcome.Kind kind : Outcome.Kind.values()) {
            counter(
                    "deployments." + kind.name().toLowerCase(Locale.ROOT),
                    () -> DeployService.get().statistics().ended(kind));
        }
        Timer detection = new Timer();
        DeployService.get().statistics().onDetection(detection::update);
        metrics.put(PREFIX + "detection", detection);
    }

    private static WatcherSnapshot watcher() {
        return DeployService.get().watcher().snapshot();
    }

    private static LongSupplier total(ToLongFunction<GroupSnapshot> count) {
        RunningTotal<Object> total = new RunningTotal<>();
        return () -> total.add(
                watcher().groups().stream().collect(Collectors.toMap(GroupSnapshot::key, count::applyAsLong)));
    }

    private void gauge(String name, LongSupplier value) {
        metrics.put(PREFIX + name, (Gauge<Long>) value::getAsLong);
    }

    private void counter(String name, LongSupplier value) {
        metrics.put(PREFIX + name, new Counter() {
            @Override
            public long getCount() {
                return value.getAsLong();
            }
        });
    }

    @Override
    public Map<String, Metric> getMetrics() {
        return metrics;
    }
}
