package io.jenkins.plugins.stackdeploy.bench;

import io.jenkins.plugins.stackdeploy.cloudformation.StackSetMemory;
import io.jenkins.plugins.stackdeploy.localcloud.LocalAws;

/** How much heap it takes to deploy a large stack set. */
final class StackSetBenchmark implements Benchmark {
    private static final double MEBIBYTE = 1024.0 * 1024;
    private static final int MOST = 20;

    @Override
    public String name() {
        return "stack-set";
    }

    @Override
    public Report run(Settings settings) throws Exception {
        Keys keys = Keys.number(1);
        try (LocalAws aws = keys.addTo(LocalAws.builder().timeScale(240)).start()) {
            long[] numbers = Subprocess.run(StackSetMemory.class, aws.endpoint().toString(), keys.id(), Keys.SECRET);
            double used = numbers[1] / MEBIBYTE;
            return new Report("Heap of deploying 500 accounts in 4 regions", "what", "result")
                    .row("stack instances in the result", Markdown.number(numbers[0]))
                    .row("live heap at its highest, less what was live before", Markdown.number(used) + " MiB")
                    .headline(new Headline(
                            "heap of deploying 2,000 stack instances",
                            Headline.How.MEASURED,
                            Markdown.number(used) + " MiB",
                            "",
                            null,
                            "<= " + MOST + " MiB",
                            used <= MOST && numbers[0] == 2_000));
        }
    }
}
