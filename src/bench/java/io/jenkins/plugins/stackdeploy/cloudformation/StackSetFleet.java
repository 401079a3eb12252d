package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.engine.Backoff;
import io.jenkins.plugins.stackdeploy.engine.Budgets;
import io.jenkins.plugins.stackdeploy.engine.DeploymentRun;
import io.jenkins.plugins.stackdeploy.engine.EventDetail;
import io.jenkins.plugins.stackdeploy.engine.GroupKey;
import io.jenkins.plugins.stackdeploy.engine.Masking;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.engine.Watcher;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;

/** Stack sets that one controller deploys in one account, made as the steps make them. Safe for use by one thread. */
public final class StackSetFleet implements AutoCloseable {
    private static final String REGION = "eu-west-1";
    private static final String TEMPLATE = """
            {"AWSTemplateFormatVersion": "2010-09-09", "Resources": {"Topic": {"Type": "AWS::SNS::Topic"}}}""";

    private final CloudFormationClient sdk;
    private final StackSetClient client;
    private final InstantSource clock;
    private final Watcher watcher;
    private final LongAdder lines = new LongAdder();

    /**
     * A controller that has just started.
     *
     * @param endpoint a local cloud
     * @param keyId a key that it knows
     * @param secret the key's secret
     * @param clock the time that both live in
     * @param watchers makes what waits; closed with the fleet
     */
    public StackSetFleet(
            URI endpoint, String keyId, String secret, InstantSource clock, Function<Budgets, Watcher> watchers) {
        this.clock = clock;
        Budgets budgets = new Budgets(clock);
        this.watcher = watchers.apply(budgets);
        StaticCredentialsProvider credentials =
                StaticCredentialsProvider.create(AwsBasicCredentials.create(keyId, secret));
        sdk = CloudFormationClient.builder()
                .endpointOverride(endpoint)
                .region(Region.of(REGION))
                .httpClientBuilder(ApacheHttpClient.builder())
                .credentialsProvider(credentials)
                .overrideConfiguration(settings -> settings.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
        GroupKey group = new GroupKey("cloudformation", endpoint.getAuthority(), keyId, REGION);
        client = new StackSetClient(sdk, new AwsCalls(group, credentials, budgets, AwsSettings.READS_PER_MINUTE));
    }

    /** How many lines all build logs have so far. */
    public long lines() {
        return lines.sum();
    }

    /** Creates a stack set or updates it, with instances in all the accounts and regions. */
    public CompletableFuture<Outcome> deploySet(String name, List<String> accounts, List<String> regions) {
        return deploy(new StackSetDeployRequest(
                name,
                null,
                new StackSetTemplate("bench.json", TEMPLATE, null, null),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                new DeploymentTargets(accounts, List.of(), null),
                regions,
                false,
                settings(regions)));
    }

    /** Creates instances that a stack set does not have yet in the accounts and regions. */
    public CompletableFuture<Outcome> deployInstances(String name, List<String> accounts, List<String> regions) {
        return deploy(new StackInstancesRequest(
                name, new DeploymentTargets(accounts, List.of(), null), regions, null, settings(regions)));
    }

    private CompletableFuture<Outcome> deploy(StackSetRequest request) {
        StackSetFacts facts = new StackSetFacts();
        facts.begin(clock.instant(), clock.instant().plus(Duration.ofHours(6)));
        StackSetContext context = new StackSetContext(
                client,
                MemberStacks.NONE,
                (template, digest) -> {
                    throw new IllegalArgumentException("the template is small");
                },
                saved -> {},
                line -> lines.increment(),
                clock);
        CompletableFuture<Outcome> over = new CompletableFuture<>();
        watcher.watch(new DeploymentRun(
                StackSetDeployments.of(context, facts, request, Map::of),
                saved -> {},
                context.console(),
                Masking.NONE,
                over::complete,
                clock,
                new Backoff()));
        return over;
    }

    private static OperationSettings settings(List<String> regions) {
        OperationPreferences preferences = new OperationPreferences(
                0, null, 500, null, RegionConcurrency.SEQUENTIAL, regions, ConcurrencyMode.SOFT_FAILURE_TOLERANCE);
        return new OperationSettings(null, preferences, false, true, false, null, EventDetail.CHANGES, true, 60);
    }

    @Override
    public void close() {
        watcher.close();
        sdk.close();
    }
}
