package io.jenkins.plugins.stackdeploy.bench;

import io.jenkins.plugins.stackdeploy.engine.Watcher;
import io.jenkins.plugins.stackdeploy.localcloud.LocalAws;
import io.jenkins.plugins.stackdeploy.localcloud.LocalAwsBuilder;
import io.jenkins.plugins.stackdeploy.localcloud.LocalRos;
import io.jenkins.plugins.stackdeploy.localcloud.LocalRosBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** How long after the end of a stack each one notices, at how many calls, and when it shows the first event. In real time. */
final class LagBenchmark implements Benchmark {
    /** The longest first: they all begin one after the other. */
    private static final List<Integer> QUICK = List.of(23, 19, 16);

    private static final List<Integer> THOROUGH = List.of(97, 83, 47);
    /** Programs that start together on two cores would slow each other down. */
    private static final Duration BETWEEN_STARTS = Duration.ofMillis(500);

    private static final double MOST_UNTIL_FIRST_EVENT = 1.5;

    @Override
    public String name() {
        return "lag";
    }

    @Override
    public Report run(Settings settings) throws Exception {
        List<Integer> durations = settings.quick() ? QUICK : THOROUGH;
        List<AwsPeer> peers = settings.peers().all();
        LocalAwsBuilder aws = LocalAws.builder();
        LocalRosBuilder ros = LocalRos.builder();
        int most = durations.size() * (peers.size() + 1);
        for (int number = 0; number < most; number++) {
            Keys.number(number).addTo(aws);
            Keys.number(number).addTo(ros);
        }
        ExecutorService threads = Executors.newCachedThreadPool(Watcher.named("bench-"));
        try (LocalAws localAws = aws.start();
                LocalRos localRos = ros.start()) {
            List<Future<Deployment>> all = new ArrayList<>();
            for (int seconds : durations) {
                Keys own = Keys.number(all.size());
                all.add(threads.submit(() -> MeasuredDeployment.ours(localRos, own, seconds)));
                for (AwsPeer peer : peers) {
                    TimeUnit.NANOSECONDS.sleep(BETWEEN_STARTS.toNanos());
                    Keys keys = Keys.number(all.size());
                    all.add(threads.submit(() -> MeasuredDeployment.of(peer, localAws, keys, seconds)));
                }
            }
            List<Deployment> deployments = new ArrayList<>();
            for (Future<Deployment> one : all) {
                deployments.add(one.get());
            }
            return report(durations, deployments);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Report report(List<Integer> durations, List<Deployment> deployments) {
        Report report = new Report(
                "Detection lag and first event, measured",
                "who",
                "calls per deployment",
                "mean lag",
                "largest lag",
                "lag x calls, s",
                "first event shown after");
        List<Line> lines = deployments.stream()
                .collect(Collectors.groupingBy(Deployment::subject, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(Line::of)
                .toList();
        lines.forEach(line -> report.row(
                line.subject(),
                Markdown.number(line.calls()),
                Markdown.seconds(line.lag()),
                Markdown.seconds(line.largestLag()),
                Markdown.number(line.effort()),
                Double.isNaN(line.firstEvent()) ? "none is shown" : Markdown.seconds(line.firstEvent())));
        String times = durations.stream().map(String::valueOf).collect(Collectors.joining(", "));
        headlines(report, lines, times);
        return report.note("One stack of " + StackTemplates.RESOURCES + " resources each, which takes " + times
                + " s of real time; all at the same time, each in an account of its own. Stack Deploy has a ROS stack, the "
                + "others a CloudFormation stack, each in its own cloud's protocol. The programs' start is part of their time "
                + "but not of their lag.");
    }

    private static void headlines(Report report, List<Line> lines, String times) {
        Line ours = lines.get(0);
        List<Line> peers = lines.subList(1, lines.size());
        Line nearest = peers.stream().min(Comparator.comparing(Line::effort)).orElseThrow();
        report.headline(new Headline(
                "detection lag x calls of stacks that take " + times + " s",
                Headline.How.MEASURED,
                ours.lagAtCalls(),
                nearest.subject() + ": " + nearest.lagAtCalls(),
                nearest.effort() / ours.effort(),
                null,
                null));
        Line first = peers.stream()
                .filter(line -> !Double.isNaN(line.firstEvent()))
                .min(Comparator.comparing(Line::firstEvent))
                .orElseThrow();
        report.headline(new Headline(
                "time to the first event line",
                Headline.How.MEASURED,
                Markdown.seconds(ours.firstEvent()),
                first.subject() + ": " + Markdown.seconds(first.firstEvent()),
                first.firstEvent() / ours.firstEvent(),
                "<= 1.5 s",
                ours.firstEvent() <= MOST_UNTIL_FIRST_EVENT));
    }

    /** The deployments of one subject, on average. */
    private record Line(String subject, double calls, double lag, double largestLag, double firstEvent) {
        static Line of(List<Deployment> some) {
            return new Line(
                    some.get(0).subject(),
                    mean(some, Deployment::callCount),
                    mean(some, Deployment::lagSeconds),
                    some.stream().mapToDouble(Deployment::lagSeconds).max().orElseThrow(),
                    mean(some, Deployment::firstEventSeconds));
        }

        private static double mean(List<Deployment> some, ToDoubleFunction<Deployment> value) {
            return some.stream().mapToDouble(value).average().orElseThrow();
        }

        /** With a fixed interval this is half the duration, whatever the interval: less is better. */
        double effort() {
            return lag * calls;
        }

        String lagAtCalls() {
            return Markdown.seconds(lag) + " at " + Markdown.number(calls) + " calls";
        }
    }
}
