package io.jenkins.plugins.stackdeploy.bench;

import io.jenkins.plugins.stackdeploy.cloudformation.StackSetFleet;
import io.jenkins.plugins.stackdeploy.engine.VirtualTime;
import io.jenkins.plugins.stackdeploy.localcloud.LocalAws;
import io.jenkins.plugins.stackdeploy.localcloud.wire.RequestRecord;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What it costs to deploy what is deployed already. */
final class NoOpBenchmark implements Benchmark {
    private static final int MOST = 3;
    /** Nobody waits for a stack here. */
    private static final double AT_ONCE = 1_000_000;

    @Override
    public String name() {
        return "no-op";
    }

    @Override
    public Report run(Settings settings) throws Exception {
        Report report = new Report("Calls of a deployment that finds nothing to do", "who", "calls", "by action");
        List<RequestRecord> ros = ros();
        List<RequestRecord> sets = stackSet();
        report.row("Stack Deploy, ROS stack", ros.size(), Keys.byAction(ros));
        report.row("Stack Deploy, stack set without instances named", sets.size(), Keys.byAction(sets));
        List<AwsPeer> peers = new ArrayList<>();
        settings.peers().cli(true).ifPresent(peers::add);
        settings.peers().cdk().ifPresent(peers::add);
        String nearest = "";
        int least = Integer.MAX_VALUE;
        for (AwsPeer peer : peers) {
            List<RequestRecord> calls = peer(peer);
            report.row(peer.name(), calls.size(), Keys.byAction(calls));
            if (calls.size() < least) {
                least = calls.size();
                nearest = peer.name() + ": " + least;
            }
        }
        int ours = Math.max(ros.size(), sets.size());
        return report.headline(new Headline(
                "calls of a deployment that finds nothing to do",
                Headline.How.MEASURED,
                String.valueOf(ours),
                nearest,
                peers.isEmpty() ? null : (double) least / ours,
                "<= " + MOST,
                ours <= MOST));
    }

    private static List<RequestRecord> ros() throws IOException {
        try (VirtualFleet fleet = new VirtualFleet(ros -> ros)) {
            fleet.finish(fleet.begin(1, number -> StackTemplates.ros(StackTemplates.RESOURCES)));
            int before = fleet.ros.requests().size();
            fleet.finish(fleet.begin(1, number -> StackTemplates.ros(StackTemplates.RESOURCES)));
            return fleet.ros.requests().subList(before, fleet.ros.requests().size());
        }
    }

    private static List<RequestRecord> stackSet() throws IOException {
        VirtualTime time = new VirtualTime();
        Keys keys = Keys.number(1);
        try (LocalAws aws = keys.addTo(LocalAws.builder().clock(time)).start();
                StackSetFleet fleet = new StackSetFleet(aws.endpoint(), keys.id(), Keys.SECRET, time, time::watcher)) {
            finish(time, fleet.deploySet("bench", List.of(), List.of()));
            int before = aws.requests().size();
            finish(time, fleet.deploySet("bench", List.of(), List.of()));
            return aws.requests().subList(before, aws.requests().size());
        }
    }

    private static void finish(VirtualTime time, CompletableFuture<?> over) {
        time.runUntil(over::isDone, Duration.ofHours(1));
    }

    private static List<RequestRecord> peer(AwsPeer peer) throws Exception {
        Keys keys = Keys.number(1);
        try (LocalAws aws = keys.addTo(LocalAws.builder().timeScale(AT_ONCE)).start()) {
            deploy(peer, aws, keys);
            // awscli names its change sets by the second: a second one within it would find its name taken.
            TimeUnit.SECONDS.sleep(1);
            int before = aws.requests().size();
            deploy(peer, aws, keys);
            return aws.requests().subList(before, aws.requests().size());
        }
    }

    private static void deploy(AwsPeer peer, LocalAws aws, Keys keys) throws Exception {
        AwsPeer.Seen seen =
                peer.deploy(new AwsPeer.Job(aws.endpoint(), keys, "bench", StackTemplates.aws(1), Scratch.folder()));
        if (!seen.succeeded()) {
            throw new IOException(peer.name() + " failed: " + seen.problem());
        }
    }
}
