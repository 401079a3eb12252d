package io.jenkins.plugins.stackdeploy.steps;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.Util;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.tasks.Builder;
import io.jenkins.plugins.stackdeploy.engine.Console;
import io.jenkins.plugins.stackdeploy.engine.DeploymentRun;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.engine.StopRequest;
import io.jenkins.plugins.stackdeploy.report.DeploymentFiles;
import io.jenkins.plugins.stackdeploy.report.StackVariablesAction;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jenkins.tasks.SimpleBuildStep;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * A step as a freestyle build step: configured like the Pipeline step, watched by the same watcher. The build
 * keeps its executor while it waits, as builds do.
 */
public abstract class DeployBuilder extends Builder implements SimpleBuildStep {
    private static final long CANCEL_MINUTES = 11;
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private String variablePrefix;
    private String resultFile;

    /**
     * What to do.
     *
     * @return null only when the job's configuration was written by hand without it
     */
    public abstract DeployStep getStep();

    /**
     * The environment variables for an outcome.
     *
     * @param prefix what their names start with; null for what is usual
     * @param facts the outcome's facts
     * @return by name
     */
    abstract Map<String, String> variables(String prefix, Map<String, Object> facts);

    /** What the names of the environment variables start with; null for what is usual. */
    public String getVariablePrefix() {
        return variablePrefix;
    }

    @DataBoundSetter
    public void setVariablePrefix(String variablePrefix) {
        this.variablePrefix = Util.fixEmptyAndTrim(variablePrefix);
    }

    /** A file of the workspace that the result is written to as JSON; null for none. */
    public String getResultFile() {
        return resultFile;
    }

    @DataBoundSetter
    public void setResultFile(String resultFile) {
        this.resultFile = Util.fixEmptyAndTrim(resultFile);
    }

    @Override
    public void perform(Run<?, ?> run, FilePath workspace, EnvVars env, Launcher launcher, TaskListener listener)
            throws InterruptedException, IOException {
        if (getStep() == null) {
            throw new StackDeployException(Messages.Input_noStep(getClass().getSimpleName()));
        }
        DeployStep expanded = Expansion.of(getStep(), env, listener);
        Console console = line -> listener.getLogger().println("[" + expanded.subject() + "] " + line);
        DeployJob job = expanded.prepare(new Preparation(run, new WorkspaceFiles(workspace), console));
        DeploymentFiles files = PlanRemoval.keep(job, run, UUID.randomUUID().toString());
        CompletableFuture<Outcome> over = new CompletableFuture<>();
        DeploymentRun deployment = DeployRuns.of(job, run, files, console, over::complete);
        DeployService service = DeployService.get();
        service.watcher().watch(deployment);
        Outcome outcome = await(service, over, deployment, expanded, console);
        publish(run, workspace, env, outcome);
        conclude(run, expanded, outcome);
    }

    private static Outcome await(
            DeployService service,
            CompletableFuture<Outcome> over,
            DeploymentRun deployment,
            DeployStep step,
            Console console)
            throws InterruptedException, IOException {
        try {
            return over.get();
        } catch (InterruptedException stopped) {
            if (service.preparing().isShutdown()) {
                // Nobody watches any more, and Jenkins waits for no build: what is not saved soon is lost.
                console.line(Messages.Builder_shutDown());
                throw stopped;
            }
            boolean cancel = AbortPolicy.CANCEL.name().equalsIgnoreCase(step.getOnAbort());
            deployment.stop(new StopRequest(cancel, "", service.clock().instant()));
            service.watcher().wake(deployment);
            try {
                console.line(over.get(CANCEL_MINUTES, TimeUnit.MINUTES).message());
            } catch (TimeoutException | ExecutionException unanswered) {
                stopped.addSuppressed(unanswered);
            }
            throw stopped;
        } catch (ExecutionException impossible) {
            throw new IOException(impossible);
        }
    }

    private void publish(Run<?, ?> run, FilePath workspace, EnvVars env, Outcome outcome)
            throws IOException, InterruptedException {
        run.addAction(new StackVariablesAction(variables(variablePrefix, outcome.facts())));
        if (resultFile != null) {
            new WorkspaceFiles(workspace).write(env.expand(resultFile), JSON.writeValueAsBytes(outcome.facts()));
        }
    }

    private static void conclude(Run<?, ?> run, DeployStep step, Outcome outcome) throws StackDeployException {
        if (outcome.succeeded()) {
            return;
        }
        switch (new Inputs().choice("onFailure", step.getOnFailure(), FailurePolicy.FAIL)) {
            case FAIL -> throw new StackDeployException(outcome.message());
            case UNSTABLE -> run.setResult(Result.UNSTABLE);
            case IGNORE -> {
                // The log has told of the failure.
            }
        }
    }
}
