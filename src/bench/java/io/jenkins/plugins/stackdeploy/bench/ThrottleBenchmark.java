package io.jenkins.plugins.stackdeploy.bench;

import io.jenkins.plugins.stackdeploy.cloudformation.StackSetFleet;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.engine.VirtualTime;
import io.jenkins.plugins.stackdeploy.engine.Watcher;
import io.jenkins.plugins.stackdeploy.localcloud.LocalAws;
import io.jenkins.plugins.stackdeploy.localcloud.LocalAwsBuilder;
import io.jenkins.plugins.stackdeploy.localcloud.LocalRosBuilder;
import io.jenkins.plugins.stackdeploy.localcloud.wire.RequestRecord;
import io.jenkins.plugins.stackdeploy.ros.RosClient;
import io.jenkins.plugins.stackdeploy.ros.RosFleet;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** How many of 100 deployments that begin together fail because the cloud limits its callers. */
final class ThrottleBenchmark implements Benchmark {
    private static final int DEPLOYMENTS = 100;
    private static final int CALLS_PER_SECOND = 5;
    private static final int SECONDS = 20;

    @Override
    public String name() {
        return "throttling";
    }

    @Override
    public Report run(Settings settings) throws Exception {
        Report report = new Report(
                "100 deployments that begin together while the cloud throttles",
                "who",
                "limit",
                "failed",
                "calls",
                "of them throttled");
        Result ros = ros();
        Result sets = stackSets();
        report.row(ros.cells("Stack Deploy, ROS stacks", "100 calls in 60 s for each action"));
        report.row(sets.cells("Stack Deploy, stack sets", "5 calls a second"));
        List<Result> peers =
                peers(List.of(settings.peers().threadPerWait(), settings.peers().sdkWaiter()));
        peers.forEach(peer -> report.row(peer.cells(peer.who, "5 calls a second")));
        Result best = peers.get(peers.get(0).failed <= peers.get(1).failed ? 0 : 1);
        int failed = ros.failed + sets.failed;
        return report.headline(new Headline(
                        "failures of 100 deployments at 5 calls a second",
                        Headline.How.VIRTUAL,
                        String.valueOf(failed),
                        best.who + ": " + best.failed,
                        null,
                        "0",
                        failed == 0))
                .note(
                        "Each deployment from its beginning to its end, with the retries that each library comes with. Stack"
                                + " Deploy in virtual time, the others in real time with stacks that take " + SECONDS
                                + " s.");
    }

    /** How many failed, and what the server counted. */
    private record Result(String who, int failed, List<RequestRecord> requests) {
        Object[] cells(String name, String limit) {
            long throttled = requests.stream()
                    .filter(request -> request.code().startsWith("Throttling"))
                    .count();
            return new Object[] {name, limit, failed + " of " + DEPLOYMENTS, requests.size(), throttled};
        }
    }

    private static Result ros() throws IOException {
        try (VirtualFleet fleet = new VirtualFleet(LocalRosBuilder::throttling)) {
            fleet.restart(RosClient.CALLS_PER_MINUTE, List.of());
            List<RosFleet.Deployed> all = fleet.begin(DEPLOYMENTS, number -> StackTemplates.ros(SECONDS));
            fleet.finish(all);
            int failed = (int)
                    all.stream().filter(one -> !one.over().join().succeeded()).count();
            return new Result("Stack Deploy", failed, fleet.ros.requests());
        }
    }

    private static Result stackSets() throws IOException {
        VirtualTime time = new VirtualTime();
        Keys keys = Keys.number(1);
        try (LocalAws aws = keys.addTo(LocalAws.builder().clock(time).throttling(CALLS_PER_SECOND))
                        .start();
                StackSetFleet fleet = new StackSetFleet(aws.endpoint(), keys.id(), Keys.SECRET, time, time::watcher)) {
            List<CompletableFuture<Outcome>> all = new ArrayList<>();
            for (int number = 0; number < DEPLOYMENTS; number++) {
                all.add(fleet.deploySet("bench" + number, List.of(keys.account()), List.of(AwsClients.REGION.id())));
            }
            time.runUntil(() -> all.stream().allMatch(CompletableFuture::isDone), Duration.ofHours(24));
            int failed =
                    (int) all.stream().filter(one -> !one.join().succeeded()).count();
            return new Result("Stack Deploy", failed, aws.requests());
        }
    }

    /** All peers at the same time, each in an account of its own, to which a limit of its own applies. */
    private static List<Result> peers(List<AwsPeer> peers) throws Exception {
        LocalAwsBuilder builder = LocalAws.builder().throttling(CALLS_PER_SECOND);
        for (int number = 0; number < peers.size(); number++) {
            Keys.number(number).addTo(builder);
        }
        ExecutorService threads = Executors.newCachedThreadPool(Watcher.named("bench-"));
        try (LocalAws aws = builder.start()) {
            Path folder = Scratch.folder();
            List<List<Future<AwsPeer.Seen>>> all = new ArrayList<>();
            for (int number = 0; number < peers.size(); number++) {
                AwsPeer peer = peers.get(number);
                Keys keys = Keys.number(number);
                all.add(IntStream.range(0, DEPLOYMENTS)
                        .mapToObj(stack -> new AwsPeer.Job(
                                aws.endpoint(), keys, "bench" + stack, StackTemplates.aws(SECONDS), folder))
                        .map(job -> threads.submit(() -> peer.deploy(job)))
                        .toList());
            }
            List<Result> results = new ArrayList<>();
            for (int number = 0; number < peers.size(); number++) {
                int failed = 0;
                for (Future<AwsPeer.Seen> one : all.get(number)) {
                    failed += one.get().succeeded() ? 0 : 1;
                }
                results.add(new Result(
                        peers.get(number).name(), failed, Keys.number(number).of(aws.requests())));
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
