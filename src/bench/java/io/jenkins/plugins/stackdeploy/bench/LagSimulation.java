package io.jenkins.plugins.stackdeploy.bench;

import io.jenkins.plugins.stackdeploy.engine.History;
import io.jenkins.plugins.stackdeploy.localcloud.wire.RequestRecord;
import io.jenkins.plugins.stackdeploy.ros.RosClient;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Lag and calls over many deployments whose durations are spread as those of one stack are. Stack Deploy runs as it is, over
 * HTTP, in virtual time; of the peers only the schedules are simulated, without the time that their calls take.
 */
final class LagSimulation implements Benchmark {
    private static final double SPREAD = 0.15;
    private static final long SEED = 20_261_122;

    @Override
    public String name() {
        return "lag-simulated";
    }

    @Override
    public Report run(Settings settings) throws Exception {
        Report report = new Report(
                "Detection lag over many deployments",
                "median duration",
                "who",
                "calls per deployment",
                "mean lag",
                "95th percentile",
                "how");
        int runs = settings.count(60, 300);
        duration(report, 90, runs, Aim.of(2.5, 25), Aim.of(1.5, 25));
        duration(report, 300, runs, Aim.asFixed(2.5), Aim.of(2.5, 40));
        return report.note(runs + " deployments each, durations log-normal with a spread of " + SPREAD
                        + ", always the same ones; each deployment alone in its account and region.")
                .note("In half of the deployments the " + StackTemplates.RESOURCES
                        + " resources are done one after the other, evenly; in the other half all but one are done after a"
                        + " fifth of the time.")
                .note("Counted is every call after the request was accepted: looks, reading events, what is read at the"
                        + " end.");
    }

    private static void duration(Report report, int median, int runs, Aim aim, Aim aimInformed) throws IOException {
        double[] durations = durations(median, runs);
        Sample ours = ours(durations, History.NONE);
        Sample informed = ours(durations, RecentDurations.of(durations(median, RecentDurations.MOST)));
        row(report, median, "Stack Deploy, first time", ours, Headline.How.VIRTUAL);
        row(report, median, "Stack Deploy, 30 times before", informed, Headline.How.VIRTUAL);
        List<PollingModel> models = List.of(
                PollingModel.fixed("waiters of the AWS SDKs, 30 s", 30, 0),
                PollingModel.fixed("cdk deploy, status 5 s and events 2 s", 5, 2),
                PollingModel.fixed("pipeline-aws, 1 s and events 1 s", 1, 1),
                PollingModel.backoff("back-off 0.25 s x 1.2 up to 15 s", 0.25, 1.2, 15));
        for (PollingModel model : models) {
            row(report, median, model.name(), Sample.of(durations, model), Headline.How.SIMULATED);
        }
        headline(report, median, "first time", ours, durations, aim);
        headline(report, median, "30 times before", informed, durations, aimInformed);
    }

    private static void headline(Report report, int median, String known, Sample ours, double[] durations, Aim aim) {
        Sample same = Sample.of(durations, PollingModel.fixed("", median / ours.calls(), 0));
        double most = aim.calls() == null
                ? Sample.of(durations, PollingModel.fixed("", 2 * ours.mean(), 0))
                        .calls()
                : aim.calls();
        report.headline(new Headline(
                "detection lag of stacks of " + median + " s, deployed " + known,
                Headline.How.VIRTUAL,
                ours.toString(),
                "a fixed interval at as many calls: " + Markdown.seconds(same.mean()),
                same.mean() / ours.mean(),
                aim.words(most),
                ours.mean() <= aim.lag() && ours.calls() <= most));
    }

    /**
     * What is aimed at.
     *
     * @param lag the greatest mean lag in seconds
     * @param calls the most calls; null for as many as a fixed interval with the same lag makes, fewer than which nobody
     *     makes who does not know when the end is likely
     */
    private record Aim(double lag, Integer calls) {
        static Aim of(double lag, int calls) {
            return new Aim(lag, calls);
        }

        static Aim asFixed(double lag) {
            return new Aim(lag, null);
        }

        String words(double most) {
            return String.format(
                    Locale.ROOT,
                    calls == null
                            ? "<= %.1f s at <= %.0f calls, those of a fixed interval with the same lag"
                            : "<= %.1f s at <= %.0f calls",
                    lag,
                    most);
        }
    }

    private static void row(Report report, int median, String who, Sample sample, Headline.How how) {
        report.row(
                median + " s",
                who,
                Markdown.number(sample.calls()),
                Markdown.seconds(sample.mean()),
                Markdown.seconds(sample.p95()),
                how.word());
    }

    private static double[] durations(int median, int runs) {
        // Another seed for another number: what is known from before is not what comes.
        Random random = new Random(SEED + runs);
        return random.doubles(runs)
                .map(ignored -> Math.round(1000 * median * Math.exp(SPREAD * random.nextGaussian())) / 1000.0)
                .toArray();
    }

    private static Sample ours(double[] durations, History history) throws IOException {
        List<Double> lags = new ArrayList<>();
        long calls = 0;
        for (int run = 0; run < durations.length; run++) {
            double seconds = durations[run];
            String template = run % 2 == 0 ? StackTemplates.ros(seconds) : StackTemplates.rosWithStraggler(seconds);
            try (VirtualFleet fleet = new VirtualFleet(ros -> ros, history)) {
                fleet.restart(RosClient.CALLS_PER_MINUTE, List.of());
                fleet.finish(fleet.begin(1, number -> template));
                List<RequestRecord> requests = fleet.ros.requests();
                int accepted = IntStream.range(0, requests.size())
                        .filter(number -> requests.get(number).effect())
                        .findFirst()
                        .orElseThrow();
                calls += requests.size() - accepted - 1;
                Instant ended = requests.get(accepted).at().plusMillis(Math.round(seconds * 1000));
                lags.add(Duration.between(ended, fleet.time.instant()).toNanos() / 1e9);
            }
        }
        return Sample.of(lags, (double) calls / durations.length);
    }
}
