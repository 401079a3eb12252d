package io.jenkins.plugins.stackdeploy.steps;

import hudson.model.Run;
import io.jenkins.plugins.stackdeploy.engine.Console;
import io.jenkins.plugins.stackdeploy.engine.HeldLines;
import io.jenkins.plugins.stackdeploy.engine.Masking;
import io.jenkins.plugins.stackdeploy.engine.Operation;
import io.jenkins.plugins.stackdeploy.engine.Recorder;
import io.jenkins.plugins.stackdeploy.report.DeploymentFiles;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * What a kept job becomes a deployment with.
 *
 * @param run the build
 * @param files where the build keeps the job and how far it has got
 * @param lines keeps how far the job has got, with what is said
 * @param console says it; hides secrets
 * @param masking hides secrets in whatever else is kept
 * @param recorder keeps what the page of the build shows
 * @param service what all deployments share
 */
record RunContext(
        Run<?, ?> run,
        DeploymentFiles files,
        HeldLines lines,
        Console console,
        Masking masking,
        Recorder recorder,
        DeployService service) {
    /**
     * How far the job has got; begun now, when it was not yet.
     *
     * @param type the facts' type
     * @param fresh makes facts of a job that has not begun
     * @param watchMinutes how long to watch from the beginning
     * @throws IOException when what was kept cannot be read
     */
    <T extends Operation> T operation(Class<T> type, Supplier<T> fresh, int watchMinutes) throws IOException {
        T operation = files.operation(type).orElseGet(fresh);
        lines.resume(operation);
        if (operation.startedAt() == null) {
            Instant now = service.clock().instant();
            operation.begin(now, now.plus(Duration.ofMinutes(watchMinutes)));
        }
        return operation;
    }
}
