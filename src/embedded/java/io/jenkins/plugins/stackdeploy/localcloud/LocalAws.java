package io.jenkins.plugins.stackdeploy.localcloud;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.stackdeploy.localcloud.auth.KeyRing;
import io.jenkins.plugins.stackdeploy.localcloud.aws.AwsAuthenticator;
import io.jenkins.plugins.stackdeploy.localcloud.aws.AwsErrors;
import io.jenkins.plugins.stackdeploy.localcloud.aws.AwsGateway;
import io.jenkins.plugins.stackdeploy.localcloud.aws.AwsService;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryAction;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryService;
import io.jenkins.plugins.stackdeploy.localcloud.aws.TemplateStore;
import io.jenkins.plugins.stackdeploy.localcloud.awsstack.AwsStackStore;
import io.jenkins.plugins.stackdeploy.localcloud.awsstack.AwsStackSummary;
import io.jenkins.plugins.stackdeploy.localcloud.awsstack.GetTemplateSummary;
import io.jenkins.plugins.stackdeploy.localcloud.awsstack.MemberStackWork;
import io.jenkins.plugins.stackdeploy.localcloud.awsstack.StackAction;
import io.jenkins.plugins.stackdeploy.localcloud.awsstack.StackCloud;
import io.jenkins.plugins.stackdeploy.localcloud.awsstack.Workshop;
import io.jenkins.plugins.stackdeploy.localcloud.awssts.AssumeRole;
import io.jenkins.plugins.stackdeploy.localcloud.awssts.GetCallerIdentity;
import io.jenkins.plugins.stackdeploy.localcloud.fault.Faults;
import io.jenkins.plugins.stackdeploy.localcloud.fault.Throttle;
import io.jenkins.plugins.stackdeploy.localcloud.s3.ObjectStore;
import io.jenkins.plugins.stackdeploy.localcloud.s3.S3Service;
import io.jenkins.plugins.stackdeploy.localcloud.s3.S3Templates;
import io.jenkins.plugins.stackdeploy.localcloud.stack.FailureBook;
import io.jenkins.plugins.stackdeploy.localcloud.stack.Pace;
import io.jenkins.plugins.stackdeploy.localcloud.stackset.InstanceDurations;
import io.jenkins.plugins.stackdeploy.localcloud.stackset.InstanceFailures;
import io.jenkins.plugins.stackdeploy.localcloud.stackset.OperationSummary;
import io.jenkins.plugins.stackdeploy.localcloud.stackset.StackSets;
import io.jenkins.plugins.stackdeploy.localcloud.wire.HttpGate;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Reply;
import io.jenkins.plugins.stackdeploy.localcloud.wire.RequestLog;
import io.jenkins.plugins.stackdeploy.localcloud.wire.RequestRecord;
import io.jenkins.plugins.stackdeploy.localcloud.wire.WireRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * CloudFormation, STS and S3 on 127.0.0.1 for tests and demonstrations: one endpoint for all of them and for every region,
 * strict where the real ones are, slow as the real ones are, and broken when told to be.
 *
 * <pre>{@code
 * try (LocalAws aws = LocalAws.builder().timeScale(60).account("AK", "SECRET", "111122223333").start()) {
 *     // give aws.endpoint() to the clients
 *     assertThat(aws.effects("CreateStackInstances")).hasSize(1);
 * }
 * }</pre>
 */
public final class LocalAws implements AutoCloseable {
    private static final Duration THROTTLE_WINDOW = Duration.ofSeconds(1);

    private final Faults faults = new Faults();
    private final TemplateStore.Registered templates = new TemplateStore.Registered();
    private final FailureBook resourceFailures = new FailureBook();
    private final Clock clock;
    private final AwsStackStore stacks;
    private final ObjectStore objects;
    private final RequestLog log;
    private final Throttle throttle;
    private final StackSets stackSets;
    private final AwsService cloudFormation;
    private final Set<String> actions;
    private final AwsGateway gateway;
    private final HttpGate gate;

    LocalAws(LocalAwsBuilder config) throws IOException {
        clock = config.clock();
        Path state = config.stateDir();
        log = new RequestLog(state == null ? null : state.resolve("requests.jsonl"));
        throttle = new Throttle(config.callsPerSecond(), THROTTLE_WINDOW, clock, AwsErrors.WORDS.throttled());
        KeyRing keys = new KeyRing();
        config.credentials().forEach(keys::add);
        SessionKeyFile sessions = new SessionKeyFile(state == null ? null : state.resolve("sessions.json"), keys);
        sessions.load();
        stacks = new AwsStackStore(state == null ? null : state.resolve("stacks"));
        objects = new ObjectStore(state == null ? null : state.resolve("objects"), config.buckets());
        Pace pace = new Pace(config.timeScale());
        TemplateStore sources = templates.or(new S3Templates(objects));
        Workshop shop = new Workshop(pace, resourceFailures, true);
        stackSets = new StackSets(
                state == null ? null : state.resolve("stacksets"),
                pace,
                config.organization(),
                sources,
                new MemberStackWork(stacks),
                config.stackSetOptions());
        List<QueryAction> cloudFormationActions = new ArrayList<>(stackSets.actions());
        StackCloud stackCloud = new StackCloud(stacks, shop, sources);
        cloudFormationActions.addAll(StackAction.all(stackCloud));
        cloudFormationActions.add(new GetTemplateSummary(stackCloud, stackSets::template));
        List<QueryAction> stsActions =
                List.of(new GetCallerIdentity(), new AssumeRole(keys, config.roles(), sessions::save));
        cloudFormation = new QueryService(
                "cloudformation",
                "2010-05-15",
                "http://cloudformation.amazonaws.com/doc/2010-05-15/",
                stackSets::catchUp,
                cloudFormationActions);
        actions = Stream.concat(cloudFormationActions.stream(), stsActions.stream())
                .map(QueryAction::name)
                .collect(Collectors.toUnmodifiableSet());
        AwsService sts = new QueryService(
                "sts", "2011-06-15", "https://sts.amazonaws.com/doc/2011-06-15/", now -> {}, stsActions);
        Map<String, AwsService> services = Stream.of(
                        cloudFormation, sts, new S3Service(objects, config.regionMismatch()))
                .collect(Collectors.toMap(AwsService::name, Function.identity()));
        gateway = new AwsGateway(services, new AwsAuthenticator(keys, clock), faults, throttle, log, clock);
        AdminApi admin = new AdminApi(new Administered(
                this::requests,
                faults,
                this::refuseConnectionsFor,
                Map.of("stacks", this::stacks, "operations", this::operations, "objects", this::objects),
                this::orderFailure,
                this::reset));
        gate = new HttpGate(
                config.port(),
                request -> request.path().startsWith(AdminApi.PREFIX) ? admin.serve(request) : gateway.serve(request));
    }

    /** Begins the configuration of an endpoint. */
    public static LocalAwsBuilder builder() {
        return new LocalAwsBuilder();
    }

    /** Returns {@code http://127.0.0.1:PORT}, as SDKs want an endpoint. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + gate.port());
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

    /** Returns where faults of calls are ordered, by the names of actions. */
    public Faults faults() {
        return faults;
    }

    /** Returns where failures of resources are ordered, for stacks that are not in a stack set and operations from then on. */
    public FailureBook resourceFailures() {
        return resourceFailures;
    }

    /** Returns the names of all objects in S3 as {@code BUCKET/KEY}, sorted. */
    public List<String> objects() {
        return objects.names();
    }

    /** Returns where templates are registered that requests name by TemplateURL, besides what S3 holds. */
    public TemplateStore.Registered templates() {
        return templates;
    }

    /** Returns where failures of stack instances are ordered, for operations that begin from then on. */
    public InstanceFailures failures() {
        return stackSets.failures();
    }

    /** Returns where the time is set that the work on a stack instance takes. */
    public InstanceDurations durations() {
        return stackSets.durations();
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

    /** Returns the names of all actions that CloudFormation and STS have here. */
    public Set<String> actions() {
        return actions;
    }

    /** Returns every request so far, the oldest first. */
    public List<RequestRecord> requests() {
        return log.all();
    }

    /** Returns how many requests named an action, whatever became of them. */
    public long count(String action) {
        return log.all().stream().filter(r -> r.action().equals(action)).count();
    }

    /** Returns the requests for an action that changed something; each carries its OperationId or token. */
    public List<RequestRecord> effects(String action) {
        return log.all().stream()
                .filter(r -> r.action().equals(action) && r.effect())
                .toList();
    }

    /** Returns a line for every operation on a stack set that was ever accepted. */
    public List<OperationSummary> operations() {
        synchronized (cloudFormation) {
            Instant now = clock.instant();
            stackSets.catchUp(now);
            return stackSets.operations(now);
        }
    }

    /** Returns a line for every stack that was ever made, those of stack instances included. */
    public List<AwsStackSummary> stacks() {
        synchronized (cloudFormation) {
            Instant now = clock.instant();
            stackSets.catchUp(now);
            return stacks.stacks().stream()
                    .map(stack -> AwsStackSummary.of(stack, now))
                    .toList();
        }
    }

    private void orderFailure(JsonNode order) {
        if (order.has("stackSetName")) {
            stackSets.failures().add(AdminApi.instanceFailure(order));
        } else {
            resourceFailures.add(AdminApi.resourceFailure(order));
        }
    }

    /** Forgets stacks, stack sets, objects, requests, faults and ordered failures; keys stay. */
    public void reset() {
        synchronized (cloudFormation) {
            stackSets.clear();
            stacks.clear();
            objects.clear();
            stacks.clear();
            objects.clear();
            resourceFailures.clear();
            log.clear();
            faults.clear();
            throttle.reset();
        }
    }

    @Override
    public void close() {
        gate.close();
    }
}
