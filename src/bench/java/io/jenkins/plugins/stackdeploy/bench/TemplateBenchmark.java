package io.jenkins.plugins.stackdeploy.bench;

import java.util.HashMap;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** How long reading, checking and digesting a template takes. Measured by JMH. */
final class TemplateBenchmark implements Benchmark {
    private static final double MOST_TIMES = 2;

    @Override
    public String name() {
        return "template";
    }

    @Override
    public Report run(Settings settings) throws Exception {
        Map<String, Double> micros = measure(settings);
        Report report = new Report(
                "Reading, checking and digesting a template against a plain parse of the same bytes",
                "template",
                "size",
                "Stack Deploy",
                "plain parse",
                "times a plain parse");
        for (LargeTemplate template : LargeTemplate.values()) {
            double ours = micros.get("readCheckAndDigest " + template);
            double plain = micros.get("plainParse " + template);
            report.row(
                    template.title(),
                    Markdown.number(template.text().length() / 1000.0) + " KB",
                    Markdown.number(ours / 1000) + " ms",
                    Markdown.number(plain / 1000) + " ms",
                    Markdown.number(ours / plain));
            if (template != LargeTemplate.SHOWCASE_YAML) {
                report.headline(headline(template, ours, plain));
            }
        }
        return report.note(
                "Plain parse: Jackson's readTree, or SnakeYAML's load, of the same bytes. Stack Deploy knows the line"
                        + " and column of every value afterwards, has looked up every reference, and has the SHA-256 of the sorted"
                        + " canonical form.");
    }

    private static Headline headline(LargeTemplate template, double ours, double plain) {
        return new Headline(
                "read, check and digest " + template.title() + ", times a plain parse",
                Headline.How.MEASURED,
                Markdown.number(ours / plain) + " (" + Markdown.number(ours / 1000) + " ms)",
                (template.isJson() ? "Jackson: " : "SnakeYAML: ") + Markdown.number(plain / 1000) + " ms",
                null,
                "<= 2",
                ours <= MOST_TIMES * plain);
    }

    private static Map<String, Double> measure(Settings settings) throws RunnerException {
        Options options = new OptionsBuilder()
                .include(TemplateSpeed.class.getName())
                .forks(1)
                .jvmArgs("-Xmx1g", "-XX:+UseSerialGC")
                // On a busy machine it takes this long until everything is compiled.
                .warmupIterations(settings.count(8, 10))
                .measurementIterations(settings.count(2, 10))
                .warmupTime(TimeValue.seconds(1))
                .measurementTime(TimeValue.seconds(1))
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .build();
        Map<String, Double> micros = new HashMap<>();
        for (RunResult result : new Runner(options).run()) {
            micros.put(
                    result.getPrimaryResult().getLabel() + " "
                            + result.getParams().getParam("template"),
                    // What other programs do meanwhile makes some samples long; the middle one hardly changes.
                    result.getPrimaryResult().getStatistics().getPercentile(50));
        }
        return micros;
    }
}
