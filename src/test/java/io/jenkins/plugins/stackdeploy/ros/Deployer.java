package io.jenkins.plugins.stackdeploy.ros;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.stackdeploy.engine.Backoff;
import io.jenkins.plugins.stackdeploy.engine.Budgets;
import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.Deployment;
import io.jenkins.plugins.stackdeploy.engine.DeploymentRun;
import io.jenkins.plugins.stackdeploy.engine.GroupKey;
import io.jenkins.plugins.stackdeploy.engine.Journal;
import io.jenkins.plugins.stackdeploy.engine.Masking;
import io.jenkins.plugins.stackdeploy.engine.Operation;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.engine.SecretValues;
import io.jenkins.plugins.stackdeploy.engine.Underway;
import io.jenkins.plugins.stackdeploy.engine.VirtualTime;
import io.jenkins.plugins.stackdeploy.engine.Watcher;
import io.jenkins.plugins.stackdeploy.localcloud.LocalRos;
import io.jenkins.plugins.stackdeploy.localcloud.LocalRosBuilder;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Deploys to a local ROS in virtual time: the real client over HTTP, the real watcher, everything a build log would show.
 * What a test wants otherwise it sets before it deploys.
 */
final class Deployer implements AutoCloseable {
    static final String REGION = "cn-hangzhou";
    static final String KEY_ID = "LTAI-key";
    static final String KEY_SECRET = "key-secret";
    private static final String ACCOUNT = "1234567890123456";

    final VirtualTime time = new VirtualTime();
    final LocalRos ros;
    final List<String> console = new ArrayList<>();
    final RosApi direct;
    /** Applied to the API that deployments call; may count, edit or break its calls. */
    UnaryOperator<RosApi> api = real -> real;

    Journal<Operation> journal = operation -> {};
    AccessKeySource keys = () -> new AccessKey(KEY_ID, KEY_SECRET, null, null);
    SecretValues secrets = Map::of;
    int readMillis = 60_000;
    Masking masking = Masking.NONE;
    Budgets budgets = new Budgets(time);
    private Watcher watcher = time.watcher(budgets);

    Deployer(UnaryOperator<LocalRosBuilder> change) throws IOException {
        ros = change.apply(LocalRos.builder().clock(time).account(KEY_ID, KEY_SECRET, ACCOUNT))
                .start();
        direct = new ServiceTime(tea(keys), time);
    }

    static Deployer start() throws IOException {
        return new Deployer(builder -> builder);
    }

    RpcEndpoint endpoint() {
        return RpcEndpoint.parse("http://" + ros.endpoint());
    }

    TeaRosApi tea(AccessKeySource source) {
        return new TeaRosApi(endpoint(), RosClient.VERSION, source, null, readMillis);
    }

    /** A client that shares the budgets of this controller. */
    RosClient client() {
        RosApi wrapped = api.apply(new ServiceTime(tea(keys), time));
        return new RosClient(
                wrapped, new GroupKey("ros", ros.endpoint(), KEY_ID, REGION), budgets, RosClient.CALLS_PER_MINUTE);
    }

    Outcome deploy(Requests.Deploy request) {
        return begin(request).outcome();
    }

    Outcome delete(RosDeleteRequest request) {
        return begin(request).outcome();
    }

    Outcome inspect(RosStatusRequest request) {
        RosOperation operation = new RosOperation();
        return begin(operation, request.watchMinutes(), context -> new RosInspection(context, operation, request))
                .outcome();
    }

    Underway<RosOperation> begin(Requests.Deploy request) {
        return begin(request, new RosOperation());
    }

    Underway<RosOperation> begin(Requests.Deploy request, RosOperation operation) {
        RosDeployRequest asked = request.get();
        return begin(
                operation,
                asked.watchMinutes(),
                context -> new RosDeployment(context, operation, asked, () -> secrets.get()));
    }

    Underway<RosOperation> begin(RosDeleteRequest request) {
        return begin(request, new RosOperation());
    }

    Underway<RosOperation> begin(RosDeleteRequest request, RosOperation operation) {
        return begin(operation, request.watchMinutes(), context -> new RosDeletion(context, operation, request));
    }

    Outcome plan(Requests.Planned request) {
        return begin(request).outcome();
    }

    Underway<RosOperation> begin(Requests.Planned request) {
        return begin(request, new RosOperation());
    }

    Underway<RosOperation> begin(Requests.Planned request, RosOperation operation) {
        RosPlanRequest asked = request.get();
        return begin(
                operation,
                asked.deploy().watchMinutes(),
                context -> new RosPlanning(context, operation, asked, () -> secrets.get()));
    }

    Outcome execute(RosExecuteRequest request) {
        return begin(request, new RosOperation()).outcome();
    }

    Underway<RosOperation> begin(RosExecuteRequest request, RosOperation operation) {
        return begin(operation, request.watchMinutes(), context -> new RosPlanExecution(context, operation, request));
    }

    Underway<RosOperation> begin(RosDiscardRequest request, RosOperation operation) {
        return begin(operation, request.watchMinutes(), context -> new RosDiscarding(context, operation, request));
    }

    private Underway<RosOperation> begin(RosOperation operation, int minutes, Function<RosContext, Deployment> kind) {
        if (operation.startedAt() == null) {
            Instant now = time.instant();
            operation.begin(now, now.plus(Duration.ofMinutes(minutes)));
        }
        RosContext context = new RosContext(client(), journal, masking.over(console::add), time);
        Underway<RosOperation> underway = new Underway<>(time, watcher, operation);
        DeploymentRun run = new DeploymentRun(
                kind.apply(context), journal, context.console(), masking, underway, time, new Backoff(() -> 1));
        underway.watch(run);
        return underway;
    }

    /** Everything dies: nothing that is under way gets another turn. */
    void restart() {
        watcher.close();
        budgets = new Budgets(time);
        watcher = time.watcher(budgets);
    }

    /** What somebody else does to the cloud: an action with names and values. */
    JsonNode call(String action, String... namesAndValues) throws CloudException {
        Map<String, String> query = new TreeMap<>(Map.of("RegionId", REGION));
        Map<String, String> body = new TreeMap<>();
        for (int index = 0; index < namesAndValues.length; index += 2) {
            (namesAndValues[index].equals("TemplateBody") ? body : query)
                    .put(namesAndValues[index], namesAndValues[index + 1]);
        }
        return direct.call(action, query, body).body();
    }

    /** The status of the live stack of a name; an empty text when there is none. */
    String status(String stackName) {
        return ros.stacks().stream()
                .filter(stack ->
                        stack.stackName().equals(stackName) && !stack.status().equals("DELETE_COMPLETE"))
                .map(stack -> stack.status())
                .findFirst()
                .orElse("");
    }

    String console() {
        return String.join("\n", console);
    }

    @Override
    public void close() {
        watcher.close();
        ros.close();
    }
}
