package io.jenkins.plugins.stackdeploy.bench;

import io.jenkins.plugins.stackdeploy.engine.Watcher;
import io.jenkins.plugins.stackdeploy.localcloud.LocalAws;
import io.jenkins.plugins.stackdeploy.localcloud.LocalAwsBuilder;
import io.jenkins.plugins.stackdeploy.localcloud.wire.RequestRecord;
import io.jenkins.plugins.stackdeploy.ros.RosClient;
import io.jenkins.plugins.stackdeploy.ros.RosFleet;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** How many calls a minute it takes to wait for many stacks of one account and region. The server counts. */
final class RateBenchmark implements Benchmark {
    private static final int MANY = 100;
    private static final int VERY_MANY = 1_000;
    private static final Duration SETTLING = Duration.ofMinutes(1);
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final double SHORTEST_SECONDS = 120;
    private static final double LONGEST_SECONDS = 1_800;
    private static final int PEER_SECONDS = 45;
    private static final Duration PEER_SETTLING = Duration.ofSeconds(12);
    /** As long as the waiters' interval, so that each of them looks once. */
    private static final Duration PEER_WINDOW = Duration.ofSeconds(30);

    @Override
    public String name() {
        return "calls";
    }

    @Override
    public Report run(Settings settings) throws Exception {
        Report report = new Report(
                "Calls per minute while many stacks of one account and region are waited for",
                "who",
                "100 stacks",
                "1,000 stacks",
                "by action, 100 stacks");
        Rate many = ours(MANY);
        Rate veryMany = ours(VERY_MANY);
        report.row("Stack Deploy", many, veryMany, many.byAction());
        Map<String, Double> peers = peers(settings.peers());
        peers.forEach(
                (name, each) -> report.row(name, Markdown.number(each * MANY), Markdown.number(each * VERY_MANY), ""));
        headline(report, many, MANY, 60, peers);
        headline(report, veryMany, VERY_MANY, 100, peers);
        return report.note(
                        "Stack Deploy: the real watcher and client over HTTP, in virtual time, just after a restart of the"
                                + " controller, over five minutes in which stacks of " + StackTemplates.RESOURCES
                                + " resources that take 2 to 30 minutes change all the time and some come to their end.")
                .note(
                        "The others do not share calls, and poll in real time: the calls of one deployment in 30 s, times two,"
                                + " times the number of stacks. With the pipeline-aws algorithm 100 deployments really ran at once.");
    }

    private static void headline(Report report, Rate ours, int stacks, int aim, Map<String, Double> peers) {
        Map.Entry<String, Double> least =
                peers.entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow();
        report.headline(new Headline(
                "calls per minute, " + Markdown.number(stacks) + " stacks",
                Headline.How.VIRTUAL,
                ours.toString(),
                least.getKey() + ": " + Markdown.number(least.getValue() * stacks),
                least.getValue() * stacks / ours.perMinute(),
                "<= " + aim + " + completions",
                ours.perMinute() <= aim + ours.ends()));
    }

    /** Calls per minute, and how many stacks ended a minute. */
    private record Rate(double perMinute, double ends, String byAction) {
        @Override
        public String toString() {
            return Markdown.number(perMinute) + " (" + Markdown.number(ends) + " ends a minute)";
        }
    }

    private static Rate ours(int stacks) throws IOException {
        try (VirtualFleet fleet = new VirtualFleet(ros -> ros)) {
            double spread = LONGEST_SECONDS - SHORTEST_SECONDS;
            List<RosFleet.Deployed> all = fleet.beginUntilWatched(
                    stacks, number -> StackTemplates.ros(SHORTEST_SECONDS + spread * number / stacks));
            fleet.restart(RosClient.CALLS_PER_MINUTE, all);
            fleet.time.pass(SETTLING);
            long over = over(all);
            int before = fleet.ros.requests().size();
            fleet.time.pass(WINDOW);
            List<RequestRecord> requests =
                    fleet.ros.requests().subList(before, fleet.ros.requests().size());
            double minutes = WINDOW.toMinutes();
            Map<String, String> byAction = new LinkedHashMap<>();
            Keys.byAction(requests).forEach((action, count) -> byAction.put(action, Markdown.number(count / minutes)));
            return new Rate(requests.size() / minutes, (over(all) - over) / minutes, byAction.toString());
        }
    }

    private static long over(List<RosFleet.Deployed> all) {
        return all.stream().filter(one -> one.over().isDone()).count();
    }

    /** Calls a minute of one deployment, by peer. */
    private static Map<String, Double> peers(Peers peers) throws IOException, InterruptedException {
        List<AwsPeer> all = peers.all();
        LocalAwsBuilder builder = LocalAws.builder();
        for (int number = 0; number < all.size(); number++) {
            Keys.number(number).addTo(builder);
        }
        ExecutorService threads = Executors.newCachedThreadPool(Watcher.named("bench-"));
        try (LocalAws aws = builder.start()) {
            for (int number = 0; number < all.size(); number++) {
                AwsPeer peer = all.get(number);
                Keys keys = Keys.number(number);
                for (int stack = 0; stack < count(peer, peers); stack++) {
                    String name = "bench" + stack;
                    Path folder = Scratch.folder();
                    threads.execute(() -> Scratch.run(() -> peer.deploy(
                            new AwsPeer.Job(aws.endpoint(), keys, name, StackTemplates.aws(PEER_SECONDS), folder))));
                }
            }
            TimeUnit.NANOSECONDS.sleep(PEER_SETTLING.toNanos());
            Instant from = Instant.now();
            TimeUnit.NANOSECONDS.sleep(PEER_WINDOW.toNanos());
            Instant to = Instant.now();
            Map<String, Double> rates = new LinkedHashMap<>();
            for (int number = 0; number < all.size(); number++) {
                AwsPeer peer = all.get(number);
                long calls = Keys.number(number).of(aws.requests()).stream()
                        .filter(request ->
                                !request.at().isBefore(from) && request.at().isBefore(to))
                        .count();
                rates.put(peer.name(), calls * 60.0 / PEER_WINDOW.toSeconds() / count(peer, peers));
            }
            return rates;
        } finally {
            threads.shutdownNow();
        }
    }

    private static int count(AwsPeer peer, Peers peers) {
        return peer == peers.threadPerWait() ? MANY : 1;
    }
}
