package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.engine.Backoff;
import io.jenkins.plugins.stackdeploy.engine.Budgets;
import io.jenkins.plugins.stackdeploy.engine.DeploymentRun;
import io.jenkins.plugins.stackdeploy.engine.EventDetail;
import io.jenkins.plugins.stackdeploy.engine.GroupKey;
import io.jenkins.plugins.stackdeploy.engine.Masking;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.engine.Recorder;
import io.jenkins.plugins.stackdeploy.engine.Watcher;
import io.jenkins.plugins.stackdeploy.localcloud.LocalAwsMain;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;

/**
 * How much heap it takes to deploy 500 accounts in 4 regions: the live heap, after a collection, at its highest while the
 * operation is watched and its results are read, less what was live before. The local CloudFormation runs in a process of its own.
 */
public final class StackSetMemory {
    private static final String KEY = "AKBENCH";
    private static final String SECRET = "bench-secret";
    private static final String REGION = "eu-west-1";
    private static final List<String> REGIONS = List.of("eu-west-1", "us-east-1", "us-west-2", "ap-northeast-1");
    private static final List<String> ACCOUNTS = IntStream.range(0, 500)
            .mapToObj(number -> Long.toString(100_000_000_000L + number))
            .toList();
    private static final double MEBIBYTE = 1024.0 * 1024;

    private static final String TEMPLATE = """
            {"AWSTemplateFormatVersion": "2010-09-09", "Resources": {"Topic": {"Type": "AWS::SNS::Topic"}}}""";

    private final CloudFormationClient sdk;
    private final StackSetClient client;
    private final Watcher watcher = new Watcher(InstantSource.system());
    private int lines;

    private StackSetMemory(URI endpoint) {
        StaticCredentialsProvider credentials =
                StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY, SECRET));
        sdk = CloudFormationClient.builder()
                .endpointOverride(endpoint)
                .region(Region.of(REGION))
                .httpClientBuilder(ApacheHttpClient.builder())
                .credentialsProvider(credentials)
                .build();
        GroupKey group = new GroupKey("cloudformation", endpoint.getAuthority(), KEY, REGION);
        client = new StackSetClient(
                sdk,
                new AwsCalls(group, credentials, new Budgets(InstantSource.system()), AwsSettings.READS_PER_MINUTE));
    }

    /**
     * Measures once and prints what it found.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) throws Exception {
        Process cloud = new ProcessBuilder(
                        new File(System.getProperty("java.home"), "bin/java").getPath(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LocalAwsMain.class.getName(),
                        "--time-scale=120",
                        "--account=" + KEY + ":" + SECRET + ":999988887777")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader answer = cloud.inputReader(StandardCharsets.UTF_8)) {
            new StackSetMemory(URI.create(answer.readLine())).measure();
        } finally {
            cloud.destroy();
        }
    }

    private void measure() throws Exception {
        // What is loaded once for all deployments is not this one's.
        expectSuccess(deploy(setWith(ACCOUNTS.subList(0, 1), REGIONS.subList(0, 1))));
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        long before = live(memory);
        long started = System.nanoTime();
        CompletableFuture<Outcome> over = deploy(new StackInstancesRequest(
                "bench", new DeploymentTargets(ACCOUNTS, List.of(), null), REGIONS, null, settings()));
        long peak = before;
        int samples = 0;
        while (!over.isDone()) {
            peak = Math.max(peak, live(memory));
            samples++;
            TimeUnit.MILLISECONDS.sleep(100);
        }
        Outcome outcome = expectSuccess(over);
        long seconds = Duration.ofNanos(System.nanoTime() - started).toSeconds();
        int results = ((List<?>) outcome.facts().get("instances")).size();
        System.out.printf(
                "stack instances  %d of 2000 in the result, %d log lines, %d s%n"
                        + "peak extra heap  %.1f MiB of at most 20, in %d samples%n",
                results, lines, seconds, (peak - before) / MEBIBYTE, samples);
        watcher.close();
        sdk.close();
        if (results != 2_000 || peak - before > 20 * MEBIBYTE) {
            throw new IllegalStateException("more heap than promised, or results are missing");
        }
    }

    private static long live(MemoryMXBean memory) {
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }

    private CompletableFuture<Outcome> deploy(StackSetRequest request) {
        StackSetFacts facts = new StackSetFacts();
        InstantSource clock = InstantSource.system();
        facts.begin(clock.instant(), clock.instant().plus(Duration.ofHours(1)));
        StackSetContext context = new StackSetContext(
                client,
                MemberStacks.NONE,
                (template, digest) -> {
                    throw new IllegalArgumentException("the template is small");
                },
                saved -> {},
                line -> lines++,
                clock,
                Recorder.NONE);
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

    private static StackSetDeployRequest setWith(List<String> accounts, List<String> regions) {
        return new StackSetDeployRequest(
                "bench",
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
                settings());
    }

    private static OperationSettings settings() {
        OperationPreferences preferences = new OperationPreferences(
                0, null, 500, null, RegionConcurrency.SEQUENTIAL, REGIONS, ConcurrencyMode.SOFT_FAILURE_TOLERANCE);
        return new OperationSettings(null, preferences, false, true, false, null, EventDetail.CHANGES, true, 60);
    }

    private static Outcome expectSuccess(CompletableFuture<Outcome> over) throws IOException {
        Outcome outcome = over.join();
        if (!outcome.succeeded()) {
            throw new IOException(outcome.message());
        }
        return outcome;
    }
}
