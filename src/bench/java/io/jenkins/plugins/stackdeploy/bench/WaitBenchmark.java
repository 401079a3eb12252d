package io.jenkins.plugins.stackdeploy.bench;

import io.jenkins.plugins.stackdeploy.localcloud.LocalAws;
import io.jenkins.plugins.stackdeploy.localcloud.LocalRos;
import io.jenkins.plugins.stackdeploy.localcloud.fault.Fault;
import io.jenkins.plugins.stackdeploy.localcloud.fault.FaultKind;
import java.io.IOException;
import java.time.Duration;

/** What 1,000 waiting deployments take of a controller. Each subject in a process of its own; the cloud is in another. */
final class WaitBenchmark implements Benchmark {
    private static final int WAITS = 1_000;
    private static final int MOST_THREADS = 8;
    private static final long MOST_BYTES = 10 * 1024;

    @Override
    public String name() {
        return "waits";
    }

    @Override
    public Report run(Settings settings) throws Exception {
        Used ours;
        Used peer;
        try (LocalRos ros = Keys.number(1).addTo(LocalRos.builder()).start()) {
            ours = probe("ours", ros.endpoint());
        }
        try (LocalAws aws = Keys.number(1).addTo(LocalAws.builder()).start()) {
            // 2,000 calls a second are more than two cores answer, and how quick answers are does not matter here.
            aws.faults().add(slow("DescribeStacks"));
            aws.faults().add(slow("DescribeStackEvents"));
            peer = probe("peer", aws.endpoint().toString());
        }
        return new Report(
                        "Threads and heap of 1,000 waiting deployments",
                        "who",
                        "threads in all",
                        "live heap per deployment")
                .row("Stack Deploy", ownAndOthers(ours), kibibytes(ours))
                .row("pipeline-aws algorithm", Markdown.number(peer.threads()), kibibytes(peer))
                .headline(new Headline(
                        "threads of 1,000 waiting deployments",
                        Headline.How.MEASURED,
                        ownAndOthers(ours),
                        "pipeline-aws algorithm: " + Markdown.number(peer.threads()),
                        (double) peer.threads() / ours.threads(),
                        "<= " + MOST_THREADS + " of the watcher",
                        ours.watching() <= MOST_THREADS))
                .headline(new Headline(
                        "live heap per waiting deployment",
                        Headline.How.MEASURED,
                        kibibytes(ours),
                        "pipeline-aws algorithm: " + kibibytes(peer),
                        (double) peer.bytes() / ours.bytes(),
                        "<= 10 KiB",
                        ours.bytes() <= MOST_BYTES))
                .note(
                        "Live objects after a collection, less those after a first deployment. Threads of the client library"
                                + " are counted; what Jenkins keeps for a build is not in it. Every deployment has shown the beginning"
                                + " of its " + StackTemplates.RESOURCES + " resources.");
    }

    private static Fault slow(String action) {
        return new Fault(FaultKind.LATENCY, action, 0, Integer.MAX_VALUE, Duration.ofSeconds(20));
    }

    private record Used(int threads, int watching, long bytes) {}

    private static String ownAndOthers(Used used) {
        return used.watching() + " of the watcher, " + (used.threads() - used.watching()) + " of the HTTP client";
    }

    private static String kibibytes(Used used) {
        return Markdown.number(used.bytes() / 1024.0) + " KiB";
    }

    private static Used probe(String who, String endpoint) throws IOException, InterruptedException {
        long[] numbers = Subprocess.run(WaitProbe.class, who, endpoint, String.valueOf(WAITS));
        return new Used((int) numbers[0], (int) numbers[1], numbers[2]);
    }
}
