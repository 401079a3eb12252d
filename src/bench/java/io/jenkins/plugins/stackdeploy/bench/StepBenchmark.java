package io.jenkins.plugins.stackdeploy.bench;

import hudson.model.Result;
import io.jenkins.plugins.stackdeploy.embedded.EmbeddedJenkins;
import io.jenkins.plugins.stackdeploy.embedded.PipelineRun;
import io.jenkins.plugins.stackdeploy.localcloud.LocalRos;
import io.jenkins.plugins.stackdeploy.localcloud.wire.RequestRecord;
import io.jenkins.plugins.stackdeploy.steps.DeployService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What a step takes besides waiting: time between its calls and those of the step before, and room in the saved program. */
final class StepBenchmark implements Benchmark {
    private static final int STEPS = 30;
    /** The first steps load classes. */
    private static final int WARM_UP = 10;

    private static final int BRANCHES = 10;
    private static final double MOST_MILLIS = 50;
    private static final double MOST_BYTES = 4 * 1024;
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private static final String SETTINGS = """
            credentials:
              system:
                domainCredentials:
                  - credentials:
                      - usernamePassword: {scope: GLOBAL, id: ros, username: %s, password: %s}
            unclassified:
              stackDeploy:
                connections:
                  - alibaba:
                      name: local
                      credentialsId: ros
                      region: cn-hangzhou
                      endpoint: http://%s
                      callsPerMinute: 60000
            """;

    @Override
    public String name() {
        return "step";
    }

    @Override
    public Report run(Settings settings) throws Exception {
        Path folder = Scratch.folder();
        Path repository = Files.createDirectories(folder.resolve("repository"));
        Files.writeString(repository.resolve("main.json"), StackTemplates.ros(2));
        Files.writeString(repository.resolve("slow.json"), StackTemplates.ros(3_600));
        Keys keys = Keys.number(1);
        try (LocalRos ros = keys.addTo(LocalRos.builder()).start()) {
            Path config = Files.writeString(
                    folder.resolve("jenkins.yaml"), SETTINGS.formatted(keys.id(), Keys.SECRET, ros.endpoint()));
            try (EmbeddedJenkins jenkins = EmbeddedJenkins.start(folder.resolve("home"), config)) {
                double millis = between(jenkins, repository, ros);
                long one = programBytes(jenkins, repository, 1);
                long many = programBytes(jenkins, repository, 1 + BRANCHES);
                return report(millis, (double) (many - one) / BRANCHES);
            } finally {
                DeployService.shutDown();
            }
        }
    }

    private static Report report(double millis, double bytes) {
        return new Report("What a step takes besides waiting", "what", "result")
                .row("from the last call of one step to the first call of the next", Markdown.number(millis) + " ms")
                .row(
                        "saved program, for each step that waits in a branch of its own",
                        Markdown.number(bytes) + " bytes")
                .headline(new Headline(
                        "overhead of a step besides waiting",
                        Headline.How.MEASURED,
                        Markdown.number(millis) + " ms",
                        "",
                        null,
                        "<= 50 ms",
                        millis <= MOST_MILLIS))
                .headline(new Headline(
                        "saved program state of a waiting step",
                        Headline.How.MEASURED,
                        Markdown.number(bytes) + " bytes",
                        "",
                        null,
                        "<= 4 KiB",
                        bytes <= MOST_BYTES))
                .note("In the stand-in for Jenkins that runs the demo: a Pipeline deploys one unchanged stack " + STEPS
                        + " times in a row; the median of the last " + (STEPS - WARM_UP)
                        + ". It ends one step, saves the program, starts the next one, reads and checks its template.")
                .note("The branch of the Pipeline that the step is in counts as the step's.");
    }

    /** The median time from the last call of one step to the first of the next, in milliseconds. */
    private static double between(EmbeddedJenkins jenkins, Path repository, LocalRos ros) throws Exception {
        PipelineRun run = start(jenkins, repository, "row", """
                node {
                  checkout scm
                  for (int i = 0; i < %d; i++) {
                    rosDeploy stackName: 'row', template: 'main.json', connection: 'local'
                  }
                }
                """.formatted(STEPS));
        if (run.awaitResult(LIMIT) != Result.SUCCESS) {
            throw new IOException(run.getLog());
        }
        List<Double> millis = new ArrayList<>();
        RequestRecord last = null;
        for (RequestRecord request : ros.requests()) {
            // A step begins by looking its stack up by name.
            if (last != null
                    && request.action().equals("ListStacks")
                    && !last.action().equals("ListStacks")) {
                millis.add(Duration.between(last.at(), request.at()).toNanos() / 1e6);
            }
            last = request;
        }
        List<Double> warm =
                millis.subList(WARM_UP, millis.size()).stream().sorted().toList();
        return warm.get(warm.size() / 2);
    }

    /** The size of the saved program while so many steps wait. */
    private static long programBytes(EmbeddedJenkins jenkins, Path repository, int steps) throws Exception {
        StringBuilder branches = new StringBuilder();
        for (int branch = 0; branch < steps; branch++) {
            branches.append(
                    "b%1$d: { rosDeploy stackName: 'p%2$d-%1$d', template: 'slow.json', connection: 'local' },%n"
                            .formatted(branch, steps));
        }
        PipelineRun run = start(
                jenkins,
                repository,
                "wide" + steps,
                "node { checkout scm%n parallel(%n%s failFast: false) }".formatted(branches));
        long end = System.nanoTime() + LIMIT.toNanos();
        while (run.getLog().split("ROS accepted", -1).length <= steps) {
            if (System.nanoTime() > end || !run.isBuilding()) {
                throw new IOException(run.getLog());
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        long size = Files.size(run.getRootDir().toPath().resolve("program.dat"));
        run.abort("bench");
        run.awaitResult(LIMIT);
        return size;
    }

    private static PipelineRun start(EmbeddedJenkins jenkins, Path repository, String name, String script)
            throws IOException {
        return jenkins.createPipeline(name, script, repository).schedule(Map.of(), "bench");
    }
}
