package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.engine.Backoff;
import io.jenkins.plugins.stackdeploy.engine.Budgets;
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
import io.jenkins.plugins.stackdeploy.localcloud.LocalAws;
import io.jenkins.plugins.stackdeploy.localcloud.LocalAwsBuilder;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;

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
    private final CloudFormationClient client;
    private Watcher watcher = time.watcher(budgets);

    Deployer(UnaryOperator<LocalAwsBuilder> change) throws IOException {
        this(change, Duration.ofSeconds(30));
    }

    Deployer(UnaryOperator<LocalAwsBuilder> change, Duration readTimeout) throws IOException {
        aws = change.apply(LocalAws.builder().clock(time).account(KEY_ID, KEY_SECRET, ACCOUNT))
                .start();
        direct = client(Duration.ofSeconds(30));
        client = client(readTimeout);
    }

    static Deployer start() throws IOException {
        return new Deployer(builder -> builder);
    }

    /** Without retries of its own: it is the deployments' that are tested. */
    private CloudFormationClient client(Duration readTimeout) {
        return CloudFormationClient.builder()
                .endpointOverride(aws.endpoint())
                .region(Region.of(REGION))
                .httpClientBuilder(ApacheHttpClient.builder().socketTimeout(readTimeout))
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
        StackSetContext context = new StackSetContext(
                new StackSetClient(
                        sdk.apply(client), new AwsCalls(group, credentials(), budgets, AwsSettings.READS_PER_MINUTE)),
                members,
                uploads,
                journal,
                masking.over(console::add),
                time);
        Underway<StackSetFacts> underway = new Underway<>(time, watcher, facts);
        DeploymentRun run = new DeploymentRun(
                StackSetDeployments.of(context, facts, request, () -> secrets.get()),
                journal,
                context.console(),
                masking,
                underway,
                time,
                new Backoff(() -> 1));
        underway.watch(run);
        return underway;
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
        direct.close();
        client.close();
        aws.close();
    }
}
