package io.jenkins.plugins.stackdeploy.localcloud;

import io.jenkins.plugins.stackdeploy.localcloud.auth.Authenticator;
import io.jenkins.plugins.stackdeploy.localcloud.auth.KeyRing;
import io.jenkins.plugins.stackdeploy.localcloud.fault.Faults;
import io.jenkins.plugins.stackdeploy.localcloud.fault.Throttle;
import io.jenkins.plugins.stackdeploy.localcloud.ros.RosCloud;
import io.jenkins.plugins.stackdeploy.localcloud.ros.RosGateway;
import io.jenkins.plugins.stackdeploy.localcloud.ros.RosService;
import io.jenkins.plugins.stackdeploy.localcloud.ros.StsService;
import io.jenkins.plugins.stackdeploy.localcloud.stack.FailureBook;
import io.jenkins.plugins.stackdeploy.localcloud.stack.Pace;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackStore;
import io.jenkins.plugins.stackdeploy.localcloud.stack.TemplateSources;
import io.jenkins.plugins.stackdeploy.localcloud.stack.Workbench;
import io.jenkins.plugins.stackdeploy.localcloud.wire.HttpGate;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Reply;
import io.jenkins.plugins.stackdeploy.localcloud.wire.RequestLog;
import io.jenkins.plugins.stackdeploy.localcloud.wire.RequestRecord;
import io.jenkins.plugins.stackdeploy.localcloud.wire.WireRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A ROS and STS endpoint on 127.0.0.1 for tests and demonstrations: strict where the real one is, slow as the real one is,
 * and broken when told to be.
 *
 * <pre>{@code
 * try (LocalRos ros = LocalRos.builder().timeScale(60).account("AK", "SECRET", "1234567890123456").start()) {
 *     // give ros.endpoint() to the client
 *     assertThat(ros.effects("CreateStack")).hasSize(1);
 * }
 * }</pre>
 */
public final class LocalRos implements AutoCloseable {
    private final Faults faults = new Faults();
    private final FailureBook failures = new FailureBook();
    private final TemplateSources templates = new TemplateSources();
    private final Clock clock;
    private final StackStore store;
    private final RosService service;
    private final RequestLog log;
    private final Throttle throttle;
    private final RosGateway gateway;
    private final HttpGate gate;
    private final Notifier notifier;

    LocalRos(LocalRosBuilder config) throws IOException {
        clock = config.clock();
        Path state = config.stateDir();
        store = new StackStore(state == null ? null : state.resolve("stacks"));
        log = new RequestLog(state == null ? null : state.resolve("requests.jsonl"));
        throttle = new Throttle(config.throttleCalls(), config.throttleWindow(), clock, RosGateway.WORDS.throttled());
        KeyRing keys = new KeyRing();
        config.credentials().forEach(keys::add);
        SessionKeyFile sessions = new SessionKeyFile(state == null ? null : state.resolve("sessions.json"), keys);
        sessions.load();
        Workbench bench = new Workbench(new Pace(config.timeScale()), failures, templates);
        service = new RosService(new RosCloud(store, bench, config.options(), clock));
        gateway = new RosGateway(
                service,
                new StsService(keys, config.roles(), clock, sessions::save),
                new Authenticator(keys, clock),
                faults,
                throttle,
                log,
                clock);
        AdminApi admin = new AdminApi(new Administered(
                this::requests,
                faults,
                this::refuseConnectionsFor,
                Map.of("stacks", this::stacks),
                order -> failures.add(AdminApi.resourceFailure(order)),
                this::reset));
        gate = new HttpGate(
                config.port(),
                request -> request.path().startsWith(AdminApi.PREFIX) ? admin.serve(request) : gateway.serve(request));
        notifier = new Notifier(store, service, clock);
    }

    /** Begins the configuration of an endpoint. */
    public static LocalRosBuilder builder() {
        return new LocalRosBuilder();
    }

    /** Returns {@code 127.0.0.1:PORT}, as SDKs want an endpoint. */
    public String endpoint() {
        return "127.0.0.1:" + gate.port();
    }

    /** Answers a request as if it had come over the network: for callers in this process that make many thousands. */
    public Reply serve(WireRequest request) {
        return gateway.serve(request);
    }

    /** Returns the TCP port. */
    public int port() {
        return gate.port();
    }

    /** Returns the clock that operations run by. */
    public Clock clock() {
        return clock;
    }

    /** Returns where faults of calls are ordered. */
    public Faults faults() {
        return faults;
    }

    /** Returns where failures of resources are ordered, for operations submitted from then on. */
    public FailureBook failures() {
        return failures;
    }

    /** Returns where templates are registered that requests name by TemplateURL or TemplateId. */
    public TemplateSources templates() {
        return templates;
    }

    /**
     * Refuses connections for a while, open ones included.
     *
     * @param duration real time
     */
    public void refuseConnectionsFor(Duration duration) {
        gate.refuseFor(duration);
    }

    /** Ends a refusal early. */
    public void acceptConnections() {
        gate.listenAgain();
    }

    /** Returns every request so far, the oldest first. */
    public List<RequestRecord> requests() {
        return log.all();
    }

    /** Returns how many requests named an action, whatever became of them. */
    public long count(String action) {
        return log.all().stream().filter(r -> r.action().equals(action)).count();
    }

    /** Returns the requests for an action that changed something. */
    public List<RequestRecord> effects(String action) {
        return log.all().stream()
                .filter(r -> r.action().equals(action) && r.effect())
                .toList();
    }

    /** Returns a line for every stack that was ever made. */
    public List<StackSummary> stacks() {
        synchronized (service) {
            return StackSummary.of(store, clock.instant());
        }
    }

    /** Forgets stacks, requests, faults and ordered failures; keys stay. */
    public void reset() {
        synchronized (service) {
            store.clear();
            log.clear();
            faults.clear();
            failures.clear();
            throttle.reset();
        }
    }

    @Override
    public void close() {
        notifier.close();
        gate.close();
    }
}
