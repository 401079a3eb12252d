package io.jenkins.plugins.stackdeploy.approval;

import hudson.EnvVars;
import hudson.Extension;
import hudson.FilePath;
import hudson.Launcher;
import hudson.Util;
import hudson.model.AbstractProject;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.tasks.BuildStepDescriptor;
import hudson.tasks.Builder;
import io.jenkins.plugins.stackdeploy.engine.Console;
import io.jenkins.plugins.stackdeploy.engine.Text;
import io.jenkins.plugins.stackdeploy.gate.GateOutcome;
import io.jenkins.plugins.stackdeploy.report.StackVariablesAction;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import jenkins.tasks.SimpleBuildStep;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@link ManualGateStep} as a freestyle build step. The build keeps its executor while it waits, as builds do. */
public class ManualGateBuilder extends Builder implements SimpleBuildStep {
    private final ManualGateStep step;
    private String planFile;

    /**
     * A build step.
     *
     * @param step what to ask
     */
    @DataBoundConstructor
    public ManualGateBuilder(ManualGateStep step) {
        this.step = step;
    }

    public ManualGateStep getStep() {
        return step;
    }

    /** A file of the workspace with the plan that is decided upon, as JSON; null for none. */
    public String getPlanFile() {
        return planFile;
    }

    @DataBoundSetter
    public void setPlanFile(String planFile) {
        this.planFile = Util.fixEmptyAndTrim(planFile);
    }

    @Override
    public void perform(Run<?, ?> run, FilePath workspace, EnvVars env, Launcher launcher, TaskListener listener)
            throws InterruptedException, IOException {
        if (step == null) {
            throw new GateException(Messages.Input_noStep());
        }
        GateService service = GateService.get();
        GateArguments arguments = new GateArguments(step, new RealmIdentities());
        if (planFile != null) {
            arguments.withPlan(PlanKeeper.get().read(workspace, env.expand(planFile)));
        }
        // Of the step's texts only this one: whoever may start a job must not choose by a build parameter who approves.
        GateJob job = arguments
                .read(Requesters.of(run), service.clock().instant())
                .asking(step.getMessage() == null ? null : env.expand(step.getMessage()));
        String key = "gate-" + UUID.randomUUID();
        new GateFiles(run, key).save(job, arguments.plan());
        String id = GatesAction.publish(run, key, step.getName());
        String prefix = "[" + Text.oneLine(step.getName()) + "] ";
        Console console = line -> listener.getLogger().println(prefix + line);
        CompletableFuture<GateOutcome> over = new CompletableFuture<>();
        LiveGate gate =
                new LiveGate(service, run, key, id, job, new GateLog(console, GateLinks.note(run, id)), over::complete);
        gate.begin(false);
        conclude(run, await(gate, over));
    }

    private static GateOutcome await(LiveGate gate, CompletableFuture<GateOutcome> over)
            throws InterruptedException, IOException {
        try {
            return over.get();
        } catch (InterruptedException stopped) {
            gate.abort(Messages.State_aborted());
            throw stopped;
        } catch (ExecutionException impossible) {
            throw new IOException(impossible);
        }
    }

    private void conclude(Run<?, ?> run, GateOutcome outcome) throws GateException {
        run.addAction(new StackVariablesAction(variables(outcome)));
        if (!outcome.state().isApproved() && !"return".equalsIgnoreCase(step.getOnReject())) {
            throw new GateException(LogLanguage.tell(GateResult.refusal(step.getName(), outcome)));
        }
    }

    private static Map<String, String> variables(GateOutcome outcome) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("GATE_DECISION", outcome.state().isApproved() ? "approved" : "rejected");
        variables.put("GATE_STATE", outcome.state().name());
        variables.put(
                "GATE_APPROVERS",
                outcome.approvals().stream().map(each -> each.by()).collect(Collectors.joining(",")));
        variables.put("GATE_COMMENT", outcome.comment() == null ? "" : outcome.comment());
        outcome.parameters().forEach((name, value) -> variables.put("GATE_PARAMETER_" + name, value));
        return variables;
    }

    /** The build step's name and form. */
    @Extension
    public static final class DescriptorImpl extends BuildStepDescriptor<Builder> {
        @Override
        public String getDisplayName() {
            return Messages.ManualGateStep_displayName();
        }

        @Override
        public boolean isApplicable(@SuppressWarnings("rawtypes") Class<? extends AbstractProject> jobType) {
            return true;
        }
    }
}
