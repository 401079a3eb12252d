package io.jenkins.plugins.stackdeploy.ros;

import io.jenkins.plugins.stackdeploy.engine.Backoff;
import io.jenkins.plugins.stackdeploy.engine.Budgets;
import io.jenkins.plugins.stackdeploy.engine.DeploymentRun;
import io.jenkins.plugins.stackdeploy.engine.EventDetail;
import io.jenkins.plugins.stackdeploy.engine.GroupKey;
import io.jenkins.plugins.stackdeploy.engine.History;
import io.jenkins.plugins.stackdeploy.engine.Masking;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.engine.Recorder;
import io.jenkins.plugins.stackdeploy.engine.Watcher;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/** Deployments of one controller, made as the steps make them. Safe for use by one thread. */
public final class RosFleet implements AutoCloseable {
    /** The region that everything is in. */
    public static final String REGION = "cn-hangzhou";

    private final InstantSource clock;
    private final Watcher watcher;
    private final Budgets budgets;
    private final int callsPerMinute;
    private final History history;

    /**
     * A controller that has just started.
     *
     * @param clock tells the time
     * @param watchers makes what waits; closed with the fleet
     * @param callsPerMinute the limit that its budgets keep to, for each API
     * @param history what is known of earlier operations
     */
    public RosFleet(InstantSource clock, Function<Budgets, Watcher> watchers, int callsPerMinute, History history) {
        this.clock = clock;
        this.budgets = new Budgets(clock);
        this.watcher = watchers.apply(budgets);
        this.callsPerMinute = callsPerMinute;
        this.history = history;
    }

    /** A deployment that was begun. It may be handed on to another fleet, as a restart of the controller does. */
    public static final class Deployed {
        private final RosService service;
        private final RosDeployRequest request;
        private final RosOperation operation = new RosOperation();
        private final CompletableFuture<Outcome> over = new CompletableFuture<>();
        private final Consumer<String> console;

        private Deployed(RosService service, RosDeployRequest request, Consumer<String> console) {
            this.service = service;
            this.request = request;
            this.console = console;
        }

        /** The end of it, when there is one. */
        public CompletableFuture<Outcome> over() {
            return over;
        }

        /** Whether ROS has accepted the request and the stack is waited for. */
        public boolean isWatched() {
            return operation.phase == RosOperation.Phase.WATCH;
        }
    }

    /**
     * Begins to create a stack, or to update it.
     *
     * @param service whose stack
     * @param stackName its name
     * @param template its template
     * @param resources how many resources the template declares
     * @param console takes the lines that a build log would show
     * @return what was begun
     */
    public Deployed deploy(
            RosService service, String stackName, String template, int resources, Consumer<String> console) {
        Deployed deployed = new Deployed(service, request(stackName, template, resources), console);
        Instant now = clock.instant();
        deployed.operation.begin(now, now.plus(Duration.ofHours(6)));
        goOn(deployed);
        return deployed;
    }

    /**
     * Goes on with what another fleet has begun and is closed.
     *
     * @param deployed what was begun
     */
    public void goOn(Deployed deployed) {
        RosService service = deployed.service;
        RosClient client = new RosClient(
                service.api(),
                new GroupKey("ros", service.endpoint(), service.account(), REGION),
                budgets,
                callsPerMinute);
        RosContext context =
                new RosContext(client, saved -> {}, deployed.console::accept, clock, Recorder.NONE, history, null);
        watcher.watch(new DeploymentRun(
                new RosDeployment(context, deployed.operation, deployed.request, Map::of),
                saved -> {},
                context.console(),
                Masking.NONE,
                deployed.over::complete,
                clock,
                new Backoff()));
    }

    private static RosDeployRequest request(String stackName, String template, int resources) {
        return new RosDeployRequest(
                stackName,
                new RosTemplate("main.yaml", template, null, null, null, resources),
                List.of(),
                null,
                Map.of(),
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                false,
                true,
                EventDetail.ALL,
                true,
                360);
    }

    @Override
    public void close() {
        watcher.close();
    }
}
