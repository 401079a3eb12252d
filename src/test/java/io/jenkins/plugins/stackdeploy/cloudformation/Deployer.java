package io.jenkins.plugins.stackdeploy.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.stackdeploy.engine.Backoff;
import io.jenkins.plugins.stackdeploy.engine.BlackHole;
import io.jenkins.plugins.stackdeploy.engine.Budgets;
import io.jenkins.plugins.stackdeploy.engine.DeploymentRun;
import io.jenkins.plugins.stackdeploy.engine.GroupKey;
import io.jenkins.plugins.stackdeploy.engine.HeldLines;
import io.jenkins.plugins.stackdeploy.engine.History;
import io.jenkins.plugins.stackdeploy.engine.Journal;
import io.jenkins.plugins.stackdeploy.engine.Masking;
import io.jenkins.plugins.stackdeploy.engine.Operation;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.engine.PrintedMark;
import io.jenkins.plugins.stackdeploy.engine.Recorder;
import io.jenkins.plugins.stackdeploy.engine.SecretValues;
import io.jenkins.plugins.stackdeploy.engine.Underway;
import io.jenkins.plugins.stackdeploy.engine.VirtualTime;
import io.jenkins.plugins.stackdeploy.engine.Watcher;
import io.jenkins.plugins.stackdeploy.localcloud.LocalAws;
import io.jenkins.plugins.stackdeploy.localcloud.LocalAwsBuilder;
import io.jenkins.plugins.stackdeploy.localcloud.wire.RequestRecord;
import io.jenkins.plugins.stackdeploy.plan.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * Works on stack sets of a local CloudFormation in virtual time: the real client over HTTP, the real watcher, everything a
 * build log would show. What a test wants otherwise it sets before it deploys.
 */
final class Deployer implements AutoCloseable {
    static final String REGION = "eu-west-1";
    static final String ACCOUNT = "999988887777";
    private static final String KEY_ID = "AKLOCAL";
    private static final String KEY_SECRET = "local-secret";

    final VirtualTime time = new VirtualTime();
    final LocalAws aws;
    final List<String> console = new ArrayList<>();
    /** What somebody else uses. */
    final CloudFormationClient direct;
    /** Applied to the client that deployments use; may count, edit or break its calls. */
    UnaryOperator<CloudFormationClient> sdk = real -> real;

    Journal<Operation> journal = facts -> {};
    SecretValues secrets = Map::of;
    Masking masking = Masking.NONE;
    MemberStacks members = MemberStacks.NONE;
    TemplateUploads uploads = (template, digest) -> {
        throw new IllegalArgumentException("no bucket");
    };
    Budgets budgets = new Budgets(time);
    /** What tells who calls; all calls are signed with the one key. */
    AwsCredentialsProvider credentials = credentials();

    PrintedMark printed = PrintedMark.NONE;
    private final CloudFormationClient client;
    private final List<SdkAutoCloseable> own;
    private Watcher watcher = time.watcher(budgets);
    private BlackHole hole;
    private boolean happened;

    Deployer(UnaryOperator<LocalAwsBuilder> change) throws IOException {
        this(change, Duration.ofSeconds(30));
    }

    Deployer(UnaryOperator<LocalAwsBuilder> change, Duration readTimeout) throws IOException {
        aws = start(change);
        SdkHttpClient http = connections(readTimeout);
        SdkHttpClient patient = connections(Duration.ofSeconds(30));
        client = client(aws.endpoint(), http);
        direct = client(aws.endpoint(), patient);
        own = new ArrayList<>(List.of(client, direct, http, patient));
    }

    private Deployer(UnaryOperator<LocalAwsBuilder> change, CloudFormationClient shared) throws IOException {
        aws = start(change);
        InProcessHttp.AWS.set(aws);
        client = shared;
        direct = shared;
        own = new ArrayList<>();
    }

    private static SdkHttpClient connections(Duration readTimeout) {
        return ApacheHttpClient.builder().socketTimeout(readTimeout).build();
    }

    private LocalAws start(UnaryOperator<LocalAwsBuilder> change) throws IOException {
        return change.apply(LocalAws.builder().clock(time).account(KEY_ID, KEY_SECRET, ACCOUNT))
                .start();
    }

    static Deployer start() throws IOException {
        return new Deployer(builder -> builder);
    }

    /** Calls without a network, all on this thread. */
    static Deployer inProcess(UnaryOperator<LocalAwsBuilder> change) throws IOException {
        return new Deployer(change, InProcess.CLIENT);
    }

    private static final class InProcess {
        private static final CloudFormationClient CLIENT = client(URI.create("http://in-process"), new InProcessHttp());
    }

    /** Without retries of its own: it is the deployments' that are tested. */
    private static CloudFormationClient client(URI endpoint, SdkHttpClient http) {
        return CloudFormationClient.builder()
                .endpointOverride(endpoint)
                .region(Region.of(REGION))
                .httpClient(http)
                .credentialsProvider(credentials())
                .overrideConfiguration(configuration -> configuration
                        .retryStrategy(AwsRetryStrategy.doNotRetry())
                        .addExecutionInterceptor(new OnlyAws()))
                .build();
    }

    private static StaticCredentialsProvider credentials() {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY_ID, KEY_SECRET));
    }

    Outcome deploy(Requests.Deploy request) {
        return begin(request.get()).outcome();
    }

    /** Deploys; fails the test when that fails. */
    Outcome succeed(Requests.Deploy request) {
        return succeed(deploy(request));
    }

    /** Works on instances; fails the test when that fails. */
    Outcome succeed(Requests.Instances request) {
        return succeed(instances(request));
    }

    private static Outcome succeed(Outcome outcome) {
        assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
        return outcome;
    }

    /** How many requests have come so far. */
    int requests() {
        return aws.requests().size();
    }

    /** The requests that have changed something since there were so many, in order. */
    List<String> changes(int since) {
        return aws.requests().stream()
                .skip(since)
                .filter(RequestRecord::effect)
                .map(RequestRecord::action)
                .toList();
    }

    /** Plans to deploy; fails the test when that fails. */
    Plan plan(Requests.Deploy request) {
        return Plan.of(succeed(begin(request.plan()).outcome()).facts());
    }

    /** Deploys a plan, and nothing is given along with it. */
    Outcome execute(Plan plan) {
        return begin(Requests.execute(plan, null)).outcome();
    }

    Outcome instances(Requests.Instances request) {
        return begin(request.get()).outcome();
    }

    Outcome delete(Requests.Delete request) {
        return begin(request.get()).outcome();
    }

    Underway<StackSetFacts> begin(StackSetRequest request) {
        return begin(request, new StackSetFacts());
    }

    Underway<StackSetFacts> begin(StackSetRequest request, StackSetFacts facts) {
        if (facts.startedAt() == null) {
            facts.begin(
                    time.instant(),
                    time.instant().plus(Duration.ofMinutes(request.operations().watchMinutes())));
        }
        GroupKey group = new GroupKey("cloudformation", aws.endpoint().getAuthority(), KEY_ID, REGION);
        HeldLines lines = new HeldLines(console::add, journal, printed);
        resume(lines, facts);
        StackSetContext context = new StackSetContext(
                new StackSetClient(
                        sdk.apply(client), new AwsCalls(group, credentials, budgets, AwsSettings.READS_PER_MINUTE)),
                members,
                uploads,
                lines,
                masking.over(lines),
                time,
                Recorder.NONE,
                History.NONE,
                masking);
        Underway<StackSetFacts> underway = new Underway<>(time, watcher, facts);
        DeploymentRun run = new DeploymentRun(
                StackSetDeployments.of(context, facts, request, () -> secrets.get()),
                lines,
                context.console(),
                masking,
                underway,
                time,
                new Backoff(() -> 1));
        underway.watch(run);
        return underway;
    }

    private static void resume(HeldLines lines, StackSetFacts facts) {
        try {
            lines.resume(facts);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Everything dies: nothing that is under way gets another turn. */
    void restart() {
        watcher.close();
        budgets = new Budgets(time);
        watcher = time.watcher(budgets);
    }

    /** The statuses of instances as CloudFormation has them, by {@code account/region}. */
    Map<String, String> statuses(String name) {
        return statuses(name, CallAs.SELF);
    }

    /** Likewise, of a stack set of the organization. */
    Map<String, String> statusesAsDelegate(String name) {
        return statuses(name, CallAs.DELEGATED_ADMIN);
    }

    private Map<String, String> statuses(String name, CallAs callAs) {
        Map<String, String> statuses = new TreeMap<>();
        direct.listStackInstancesPaginator(request -> request.stackSetName(name).callAs(callAs.name()))
                .summaries()
                .forEach(instance ->
                        statuses.put(instance.account() + "/" + instance.region(), instance.statusAsString()));
        return statuses;
    }

    /** Has one call of an action made to where nobody answers, after some of that action have passed. */
    void unreachableAtCall(String action, int passing) throws IOException {
        hole = new BlackHole();
        SdkHttpClient http = ApacheHttpClient.builder()
                .connectionTimeout(Duration.ofMillis(100))
                .build();
        CloudFormationClient other = client(URI.create(hole.endpoint()), http);
        own.add(other);
        own.add(http);
        int[] left = {passing};
        sdk = real -> (CloudFormationClient) Proxy.newProxyInstance(
                CloudFormationClient.class.getClassLoader(),
                new Class<?>[] {CloudFormationClient.class},
                (proxy, method, arguments) -> {
                    boolean now = method.getName().equalsIgnoreCase(action) && left[0]-- == 0;
                    happened |= now;
                    try {
                        return method.invoke(now ? other : real, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    /** Whether the fault, or the call of {@link #unreachableAtCall}, has come. */
    boolean faultHappened() {
        return happened || aws.requests().stream().anyMatch(request -> request.fault() != null);
    }

    /** How often calls of an action have been made since a number of requests. */
    long count(String action, int since) {
        return aws.requests().stream()
                .skip(since)
                .filter(request -> request.action().equals(action))
                .count();
    }

    String console() {
        return String.join("\n", console);
    }

    @Override
    public void close() {
        watcher.close();
        if (hole != null) {
            hole.close();
        }
        own.forEach(SdkAutoCloseable::close);
        aws.close();
    }
}
