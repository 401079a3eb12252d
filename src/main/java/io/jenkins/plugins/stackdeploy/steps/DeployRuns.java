package io.jenkins.plugins.stackdeploy.steps;

import hudson.model.Run;
import io.jenkins.plugins.stackdeploy.engine.Backoff;
import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.Console;
import io.jenkins.plugins.stackdeploy.engine.Deployment;
import io.jenkins.plugins.stackdeploy.engine.DeploymentRun;
import io.jenkins.plugins.stackdeploy.engine.Entry;
import io.jenkins.plugins.stackdeploy.engine.HeldLines;
import io.jenkins.plugins.stackdeploy.engine.Masking;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.engine.Recorder;
import io.jenkins.plugins.stackdeploy.push.NotificationEndpoint;
import io.jenkins.plugins.stackdeploy.push.Subscription;
import io.jenkins.plugins.stackdeploy.report.DeploymentFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** From a job that is kept with a build to a deployment that can be watched, the first time and after a restart. */
final class DeployRuns {
    private DeployRuns() {}

    /**
     * A deployment with what it holds of others.
     *
     * @param deployment what is done
     * @param release gives back what is shared, when it is over
     */
    record Begun(Deployment deployment, Runnable release) {}

    /**
     * A run that is ready to be watched.
     *
     * @param run the run
     * @param release gives back what is shared; only for a run that is not watched, which does so itself when it is over
     */
    record Prepared(DeploymentRun run, Runnable release) {}

    /**
     * Makes the run of a job, which is to be watched whatever happens.
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
            DeployJob job, Run<?, ?> run, DeploymentFiles files, Console console, Consumer<Outcome> listener)
            throws IOException {
        return prepare(job, run, files, console, listener).run();
    }

    /** As {@link #of}, for a run that may not be watched after all. */
    static Prepared prepare(
            DeployJob job, Run<?, ?> run, DeploymentFiles files, Console console, Consumer<Outcome> listener)
            throws IOException {
        Optional<String> token = StackToken.of(job);
        Optional<Subscription> notified = token.map(NotificationEndpoint::subscription);
        Masking masking = masking(job, run, token);
        HeldLines lines = new HeldLines(console, files.journal(), files.printed());
        Console masked = masking.over(lines);
        DeployService service = DeployService.get();
        Recorder recorder = service.statistics().over(files.recorder(masking));
        RunContext context = new RunContext(run, files, lines, masked, masking, recorder, service);
        Begun begun = job instanceof StackSetJob stackSet
                ? StackSetRuns.begin(stackSet, context)
                : new Begun(RosRuns.deployment((RosJob) job, context), () -> {});
        Runnable release = () -> {
            notified.ifPresent(Subscription::end);
            begun.release().run();
        };
        DeploymentRun prepared = new DeploymentRun(
                begun.deployment(),
                lines,
                masked,
                masking,
                outcome -> {
                    release.run();
                    recorder.record(Entry.Ended.of(context.service().clock().instant(), outcome));
                    listener.accept(outcome);
                },
                context.service().clock(),
                new Backoff());
        notified.ifPresent(each -> each.begin(prepared, context.service().watcher()));
        return new Prepared(prepared, release);
    }

    /** Who knows the token can have this stack looked at; ROS may quote it when it refuses a request. */
    private static Masking masking(DeployJob job, Run<?, ?> run, Optional<String> token) throws StackDeployException {
        try {
            List<String> secrets = new ArrayList<>(BuildSecrets.values(job, run).values());
            token.ifPresent(secrets::add);
            return new Masking(secrets);
        } catch (CloudException gone) {
            throw new StackDeployException(gone.getMessage());
        }
    }
}
