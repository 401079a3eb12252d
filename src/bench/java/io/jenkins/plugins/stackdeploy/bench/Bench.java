package io.jenkins.plugins.stackdeploy.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Measures what docs/performance.md tells: {@code [--quick] [--write-docs] [NAME...]}, all benchmarks unless some are named.
 * The tables go to standard output and to target/bench/table.md.
 */
public final class Bench {
    private static final List<Benchmark> ALL = List.of(
            new LagBenchmark(),
            new LagSimulation(),
            new RateBenchmark(),
            new WaitBenchmark(),
            new ThrottleBenchmark(),
            new NoOpBenchmark(),
            new StepBenchmark(),
            new TemplateBenchmark(),
            new ScaleSimulation(),
            new StackSetBenchmark());
    private static final Path OUTPUT = Path.of("target/bench");

    private Bench() {}

    /**
     * Measures.
     *
     * @param arguments options and names
     */
    public static void main(String[] arguments) throws Exception {
        List<String> names = new ArrayList<>(List.of(arguments));
        boolean quick = names.remove("--quick");
        boolean writesDocs = names.remove("--write-docs");
        Set<String> known = ALL.stream().map(Benchmark::name).collect(Collectors.toCollection(TreeSet::new));
        if (!known.containsAll(names)) {
            System.err.println("usage: ./bench [--quick] [--write-docs] [--install-peers] [NAME...]; names are "
                    + String.join(", ", known));
            System.exit(2);
        }
        List<Benchmark> wanted = ALL.stream()
                .filter(benchmark -> names.isEmpty() || names.contains(benchmark.name()))
                .toList();
        Results results = run(wanted, new Settings(quick, new Peers(), writesDocs ? Path.of("docs/images") : OUTPUT));
        System.out.println(results.markdown());
        Files.writeString(Files.createDirectories(OUTPUT).resolve("table.md"), results.markdown());
        if (writesDocs) {
            results.writeInto(Path.of("."));
        }
        // What is not needed any more goes on waiting: threads of the peers, and their programs.
        ProcessHandle.current().children().forEach(ProcessHandle::destroy);
        System.exit(0);
    }

    private static Results run(List<Benchmark> wanted, Settings settings) throws Exception {
        Results results = new Results(settings);
        for (Benchmark benchmark : wanted) {
            long started = System.nanoTime();
            System.err.printf("%s ... ", benchmark.name());
            results.add(benchmark.run(settings));
            System.err.printf("%.0f s%n", (System.nanoTime() - started) / 1e9);
        }
        return results;
    }
}
