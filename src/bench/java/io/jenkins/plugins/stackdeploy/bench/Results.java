package io.jenkins.plugins.stackdeploy.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one run found: the summary with ratios, and a section for each benchmark. */
final class Results {
    private final Settings settings;
    private final List<Report> reports = new ArrayList<>();

    Results(Settings settings) {
        this.settings = settings;
    }

    void add(Report report) {
        reports.add(report);
    }

    String markdown() {
        return summary() + "\n" + reports.stream().map(Report::markdown).collect(Collectors.joining("\n"));
    }

    /** The table of all headlines, and what machine it is from. */
    String summary() {
        List<List<String>> rows = headlines().stream()
                .map(line -> List.of(
                        line.metric(),
                        line.ours(),
                        line.peer(),
                        ratio(line),
                        line.aim() == null ? "" : line.aim() + (line.met() ? ": met" : ": **missed**"),
                        line.how().word()))
                .toList();
        List<String> columns = List.of("metric", "Stack Deploy", "nearest peer", "times better", "aim", "how");
        return Markdown.table(columns, rows) + "\n" + circumstances() + "\n";
    }

    /** For people in a hurry: what has a peer, without aims. */
    private String comparison(List<String> columns, UnaryOperator<String> language) {
        List<List<String>> rows = headlines().stream()
                .filter(line -> line.ratio() != null)
                .map(line -> Stream.of(line.metric(), line.ours(), line.peer(), ratio(line))
                        .map(language)
                        .toList())
                .toList();
        return Markdown.table(columns, rows);
    }

    private List<Headline> headlines() {
        return reports.stream().flatMap(report -> report.headlines().stream()).toList();
    }

    private static String ratio(Headline line) {
        return line.ratio() == null ? "" : Markdown.number(line.ratio());
    }

    /** When, on what, with what, without whom. */
    private String circumstances() {
        List<String> missing = settings.peers().missing();
        return String.format(
                Locale.ROOT,
                "Measured on %s by `./bench%s` with Java %s on %d cores.%s",
                LocalDate.now(ZoneOffset.UTC),
                settings.quick() ? " --quick" : "",
                Runtime.version().feature(),
                Runtime.getRuntime().availableProcessors(),
                missing.isEmpty() ? "" : " Not installed and left out: " + String.join(", ", missing) + ".");
    }

    /** Replaces the marked parts of the documentation. */
    void writeInto(Path repository) throws IOException {
        MarkedText.replace(repository.resolve("docs/performance.md"), "bench", markdown());
        MarkedText.replace(
                repository.resolve("README.md"),
                "bench",
                comparison(List.of("", "Stack Deploy", "nearest peer", "times better"), UnaryOperator.identity()) + "\n"
                        + circumstances() + "\n");
        MarkedText.replace(
                repository.resolve("README.zh-CN.md"),
                "bench",
                comparison(List.of("", "Stack Deploy", "最接近的同类", "优于倍数"), Chinese::of) + "\n"
                        + String.format(
                                Locale.ROOT,
                                "%s 用 `./bench%s` 在 %d 核机器上测得。%n",
                                LocalDate.now(ZoneOffset.UTC),
                                settings.quick() ? " --quick" : "",
                                Runtime.getRuntime().availableProcessors()));
    }
}
