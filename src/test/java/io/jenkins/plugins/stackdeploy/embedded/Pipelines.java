package io.jenkins.plugins.stackdeploy.embedded;

import hudson.model.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Runs scripts for tests. */
final class Pipelines {
    static final Duration LIMIT = Duration.ofSeconds(60);

    private Pipelines() {}

    /** How a script ended and what it printed. */
    record Ended(Result result, String log) {
        /** The log without the lines that tell the course of the Pipeline. */
        String output() {
            return log.lines()
                    .filter(line -> !line.startsWith("[Pipeline]"))
                    .reduce("", (all, line) -> all + line + "\n");
        }
    }

    static Ended run(Path home, String script) throws IOException, InterruptedException {
        return run(home, script, Map.of());
    }

    static Ended run(Path home, String script, Map<String, ?> parameters) throws IOException, InterruptedException {
        try (EmbeddedJenkins jenkins = EmbeddedJenkins.start(home, null)) {
            return run(jenkins, script, parameters);
        }
    }

    static Ended run(EmbeddedJenkins jenkins, String script, Map<String, ?> parameters)
            throws IOException, InterruptedException {
        PipelineRun run = jenkins.createPipeline("p", script, null).schedule(parameters, "alice");
        Result result = run.awaitResult(LIMIT);
        return new Ended(result, run.getLog());
    }
}
