package io.jenkins.plugins.stackdeploy.steps;

import hudson.model.Run;
import io.jenkins.plugins.stackdeploy.credentials.AlibabaClients;
import io.jenkins.plugins.stackdeploy.engine.Backoff;
import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.Console;
import io.jenkins.plugins.stackdeploy.engine.Deployment;
import io.jenkins.plugins.stackdeploy.engine.DeploymentRun;
import io.jenkins.plugins.stackdeploy.engine.Entry;
import io.jenkins.plugins.stackdeploy.engine.Masking;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.engine.Recorder;
import io.jenkins.plugins.stackdeploy.report.DeploymentFiles;
import io.jenkins.plugins.stackdeploy.ros.RosClient;
import io.jenkins.plugins.stackdeploy.ros.RosContext;
import io.jenkins.plugins.stackdeploy.ros.RosDeletion;
import io.jenkins.plugins.stackdeploy.ros.RosDeployment;
import io.jenkins.plugins.stackdeploy.ros.RosInspection;
import io.jenkins.plugins.stackdeploy.ros.RosOperation;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** From a job that is kept with a build to a deployment that can be watched, the first time and after a restart. */
final class RosRuns {
    private RosRuns() {}

    /**
     * Makes the run of a job.
     *
     * @param job what to do
     * @param run the build
     * @param files where the build keeps it
     * @param console tells people
     * @param listener told the outcome
     * @return the run, to be watched
     * @throws StackDeployException when the account or a secret cannot be had any longer
     * @throws IOException when what was kept cannot be read
     */
    static DeploymentRun of(
            RosJob job, Run<?, ?> run, DeploymentFiles files, Console console, Consumer<Outcome> listener)
            throws IOException {
        DeployService service = DeployService.get();
        RosOperation operation = files.operation(RosOperation.class).orElseGet(RosOperation::new);
        if (operation.startedAt() == null) {
            Instant now = service.clock().instant();
            operation.begin(now, now.plus(Duration.ofMinutes(job.watchMinutes())));
        }
        Masking masking = masking(job, run);
        Console masked = masking.over(console);
        Recorder recorder = files.recorder(masking);
        RosContext context =
                new RosContext(client(job, run, service), files.journal(), masked, service.clock(), recorder);
        return new DeploymentRun(
                deployment(job, run, context, operation),
                files.journal(),
                masked,
                masking,
                outcome -> {
                    recorder.record(Entry.Ended.of(service.clock().instant(), outcome));
                    listener.accept(outcome);
                },
                service.clock(),
                new Backoff());
    }

    private static Masking masking(RosJob job, Run<?, ?> run) throws StackDeployException {
        try {
            return new Masking(BuildSecrets.values(job, run).values());
        } catch (CloudException gone) {
            throw new StackDeployException(gone.getMessage());
        }
    }

    private static RosClient client(RosJob job, Run<?, ?> run, DeployService service) throws StackDeployException {
        try {
            return AlibabaClients.client(job.target(), run, service.budgets());
        } catch (IllegalArgumentException gone) {
            throw new StackDeployException(gone.getMessage());
        }
    }

    private static Deployment deployment(RosJob job, Run<?, ?> run, RosContext context, RosOperation operation) {
        if (job.deploy() != null) {
            return new RosDeployment(context, operation, job.deploy(), () -> BuildSecrets.values(job, run));
        }
        return job.delete() != null
                ? new RosDeletion(context, operation, job.delete())
                : new RosInspection(context, operation, job.status());
    }
}
