package io.jenkins.plugins.stackdeploy.bench;

import io.jenkins.plugins.stackdeploy.localcloud.wire.RequestRecord;
import io.jenkins.plugins.stackdeploy.ros.RosClient;
import io.jenkins.plugins.stackdeploy.ros.RosFleet;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

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
        duration(report, 90, runs, 25, 2.5);
        duration(report, 300, runs, 40, 2.5);
        return report.note(runs + " deployments each, durations log-normal with a spread of " + SPREAD
                        + ", always the same ones; each deployment alone in its account and region, of a stack that nothing is"
                        + " known of.")
                .note(
                        "Every call of Stack Deploy is counted, the request and the last reads too; of the schedules the looks"
                                + " and the reading of events alone.");
    }

    private static void duration(Report report, int median, int runs, int aimCalls, double aimLag) throws IOException {
        double[] durations = durations(median, runs);
        Sample ours = ours(durations);
        row(report, median, "Stack Deploy", ours, Headline.How.VIRTUAL);
        List<PollingModel> models = List.of(
                PollingModel.fixed("waiters of the AWS SDKs, 30 s", 30, 0),
                PollingModel.fixed("cdk deploy, status 5 s and events 2 s", 5, 2),
                PollingModel.fixed("pipeline-aws, 1 s and events 1 s", 1, 1),
                PollingModel.backoff("back-off 0.25 s x 1.2 up to 15 s", 0.25, 1.2, 15),
                PollingModel.fixed("a fixed interval with as many calls", median / ours.calls(), 0));
        for (PollingModel model : models) {
            row(report, median, model.name(), Sample.of(durations, model), Headline.How.SIMULATED);
        }
        Sample same = Sample.of(durations, models.get(models.size() - 1));
        report.headline(new Headline(
                "detection lag of stacks of " + median + " s",
                Headline.How.VIRTUAL,
                ours.toString(),
                "a fixed interval: " + same,
                same.mean() / ours.mean(),
                String.format(Locale.ROOT, "<= %.1f s at <= %d calls", aimLag, aimCalls),
                ours.mean() <= aimLag && ours.calls() <= aimCalls));
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
        Random random = new Random(SEED);
        return random.doubles(runs)
                .map(ignored -> Math.round(1000 * median * Math.exp(SPREAD * random.nextGaussian())) / 1000.0)
                .toArray();
    }

    private static Sample ours(double[] durations) throws IOException {
        List<Double> lags = new ArrayList<>();
        long calls = 0;
        for (double seconds : durations) {
            try (VirtualFleet fleet = new VirtualFleet(ros -> ros)) {
                fleet.restart(RosClient.CALLS_PER_MINUTE, List.of());
                List<RosFleet.Deployed> one = fleet.begin(1, number -> StackTemplates.ros(seconds));
                fleet.finish(one);
                List<RequestRecord> requests = fleet.ros.requests();
                calls += requests.size();
                Instant ended = requests.stream()
                        .filter(RequestRecord::effect)
                        .findFirst()
                        .orElseThrow()
                        .at()
                        .plusMillis(Math.round(seconds * 1000));
                lags.add(Duration.between(ended, fleet.time.instant()).toNanos() / 1e9);
            }
        }
        return Sample.of(lags, (double) calls / durations.length);
    }
}
