package io.jenkins.plugins.stackdeploy.bench;

import io.jenkins.plugins.stackdeploy.engine.History;
import io.jenkins.plugins.stackdeploy.engine.VirtualTime;
import io.jenkins.plugins.stackdeploy.ros.RosClient;
import io.jenkins.plugins.stackdeploy.ros.RosFleet;
import io.jenkins.plugins.stackdeploy.ros.RosService;
import io.jenkins.plugins.stackdeploy.ros.SimulatedRos;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What one look costs the controller, however many deployments wait: the real state machine, watcher, budgets and schedule in
 * virtual time. ROS itself is simulated, without a network.
 */
final class ScaleSimulation implements Benchmark {
    private static final int ACCOUNTS = 20;
    private static final int NO_LIMIT = 60_000_000;
    private static final Duration MOST = Duration.ofHours(24);
    private static final Duration SETTLING = Duration.ofMinutes(2);
    /** Looks whose cost is measured at the least: so many, and for so long. */
    private static final long LOOKS = 20_000;

    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final double FLAT = 2;

    @Override
    public String name() {
        return "scale";
    }

    @Override
    public Report run(Settings settings) throws Exception {
        // What the virtual machine compiles on the way must not count for the smallest.
        measure(1_000);
        Report report = new Report(
                "Cost of a look with many waiting deployments",
                "deployments",
                "accounts",
                "processor time per look",
                "calls per minute and account",
                "mean time between two looks at one");
        List<Plot.Point> points = new ArrayList<>();
        for (int waits : new int[] {100, 1_000, 10_000, 100_000}) {
            Cost cost = measure(waits);
            points.add(new Plot.Point(waits, cost.micros()));
            report.row(
                    Markdown.number(waits),
                    ACCOUNTS,
                    Markdown.number(cost.micros()) + " \u00b5s",
                    Markdown.number(cost.callsPerMinute()),
                    Markdown.seconds(60.0 * waits / cost.looksPerMinute()));
        }
        Files.createDirectories(settings.images());
        Files.writeString(
                settings.images().resolve("look-cost.svg"),
                Plot.svg("Processor time per look, in \u00b5s", "waiting deployments", points));
        double many = points.get(points.size() - 2).y();
        double most = points.get(points.size() - 1).y();
        return report.headline(new Headline(
                        "processor time per look with 10,000 and with 100,000 deployments",
                        Headline.How.SIMULATED,
                        Markdown.number(many) + " \u00b5s, " + Markdown.number(most) + " \u00b5s",
                        "",
                        null,
                        "flat: at most doubled",
                        most <= FLAT * many))
                .note("A look is what one deployment learns from a shared list, and the turn that it takes then. All"
                        + " deployments are spread over " + ACCOUNTS + " accounts and go on for hours.");
    }

    /** What looks cost, and how many there were. */
    private record Cost(double micros, double callsPerMinute, double looksPerMinute) {}

    private static Cost measure(int waits) {
        VirtualTime time = new VirtualTime();
        List<SimulatedRos> clouds = IntStream.range(0, ACCOUNTS)
                .mapToObj(account -> new SimulatedRos(time, number -> Duration.ofHours(20)))
                .toList();
        List<RosService> services = IntStream.range(0, ACCOUNTS)
                .mapToObj(account -> clouds.get(account).service("account" + account))
                .toList();
        List<RosFleet.Deployed> all = new ArrayList<>();
        try (RosFleet first = new RosFleet(time, time::watcher, NO_LIMIT, History.NONE)) {
            for (int number = 0; number < waits; number++) {
                all.add(first.deploy(
                        services.get(number % ACCOUNTS), "bench" + number, "{}", StackTemplates.RESOURCES, line -> {}));
            }
            time.runUntil(() -> all.get(waits - 1).isWatched(), MOST);
        }
        try (RosFleet fleet = new RosFleet(time, time::watcher, RosClient.CALLS_PER_MINUTE, History.NONE)) {
            all.forEach(fleet::goOn);
            time.pass(SETTLING);
            return looking(time, clouds);
        }
    }

    private static Cost looking(VirtualTime time, List<SimulatedRos> clouds) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long seen = seen(clouds);
        long calls = calls(clouds);
        long began = threads.getCurrentThreadCpuTime();
        double minutes = 0;
        while (minutes < WINDOW.toMinutes() || seen(clouds) - seen < LOOKS) {
            time.pass(Duration.ofMinutes(1));
            minutes++;
        }
        long looks = seen(clouds) - seen;
        double micros = (threads.getCurrentThreadCpuTime() - began) / 1e3;
        return new Cost(micros / looks, (calls(clouds) - calls) / minutes / ACCOUNTS, looks / minutes);
    }

    private static long seen(List<SimulatedRos> clouds) {
        return clouds.stream().mapToLong(SimulatedRos::seen).sum();
    }

    private static long calls(List<SimulatedRos> clouds) {
        return clouds.stream().mapToLong(SimulatedRos::calls).sum();
    }
}
