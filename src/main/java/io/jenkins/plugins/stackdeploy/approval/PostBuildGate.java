package io.jenkins.plugins.stackdeploy.approval;

import hudson.Extension;
import hudson.Launcher;
import hudson.Util;
import hudson.model.AbstractBuild;
import hudson.model.AbstractProject;
import hudson.model.BuildListener;
import hudson.model.Item;
import hudson.model.Result;
import hudson.tasks.BuildStepDescriptor;
import hudson.tasks.BuildStepMonitor;
import hudson.tasks.Notifier;
import hudson.tasks.Publisher;
import hudson.util.FormValidation;
import io.jenkins.plugins.stackdeploy.engine.Text;
import java.io.IOException;
import java.util.List;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/**
 * A gate after the build: when it is over, people are asked, and once they have approved, other jobs are started. It holds
 * neither an executor nor a thread, and survives restarts.
 */
public class PostBuildGate extends Notifier {
    private final ManualGateStep step;
    private final String jobs;
    private boolean evenIfUnstable;
    private String buildParameters;
    private String parameters;

    /**
     * A gate after the build.
     *
     * @param step what to ask
     * @param jobs names of the jobs to start, separated by commas or line ends, relative to the folder of this job
     */
    @DataBoundConstructor
    public PostBuildGate(ManualGateStep step, String jobs) {
        this.step = step;
        this.jobs = Util.fixEmptyAndTrim(jobs);
    }

    public ManualGateStep getStep() {
        return step;
    }

    public String getJobs() {
        return jobs;
    }

    /** Whether people are asked after an unstable build too; they are never asked after one that failed. */
    public boolean isEvenIfUnstable() {
        return evenIfUnstable;
    }

    @DataBoundSetter
    public void setEvenIfUnstable(boolean evenIfUnstable) {
        this.evenIfUnstable = evenIfUnstable;
    }

    /** Names of the build's own parameters to pass on, separated by commas or line ends; null for none. */
    public String getBuildParameters() {
        return buildParameters;
    }

    @DataBoundSetter
    public void setBuildParameters(String buildParameters) {
        this.buildParameters = Util.fixEmptyAndTrim(buildParameters);
    }

    /** Further parameters, {@code NAME=value} a line, with variables of the build; null for none. */
    public String getParameters() {
        return parameters;
    }

    @DataBoundSetter
    public void setParameters(String parameters) {
        this.parameters = Util.fixEmptyAndTrim(parameters);
    }

    @Override
    public BuildStepMonitor getRequiredMonitorService() {
        return BuildStepMonitor.NONE;
    }

    /** The result cannot change any more when people are asked, and the build is over for Jenkins. */
    @Override
    public boolean needsToRunAfterFinalized() {
        return true;
    }

    @Override
    public boolean perform(AbstractBuild<?, ?> build, Launcher launcher, BuildListener listener)
            throws InterruptedException, IOException {
        Result result = build.getResult();
        if (result == null || result.isWorseThan(evenIfUnstable ? Result.UNSTABLE : Result.SUCCESS)) {
            listener.getLogger().println(Messages.PostBuild_notAsked(String.valueOf(result)));
            return true;
        }
        try {
            String link = open(build, listener);
            listener.getLogger().println(Messages.PostBuild_waits(Text.oneLine(step.getName()), link));
            return true;
        } catch (GateException wrong) {
            listener.error(wrong.getMessage());
            return false;
        }
    }

    private String open(AbstractBuild<?, ?> build, BuildListener listener) throws InterruptedException, IOException {
        if (step == null) {
            throw new GateException(Messages.Input_noStep());
        }
        List<String> targets = names(jobs);
        if (targets.isEmpty()) {
            throw new GateException(Messages.PostBuild_noJobs());
        }
        List<Integer> wrong = KeyValues.wrong(Lines.items(parameters));
        if (!wrong.isEmpty()) {
            throw new GateException(Messages.PostBuild_parameters(String.valueOf(wrong.get(0))));
        }
        // Of the step's texts only the message: whoever may start a job must not choose by a build parameter who
        // approves.
        GateJob job = new GateArguments(step, new RealmIdentities())
                .read(Requesters.of(build), GateService.get().clock().instant())
                .asking(
                        step.getMessage() == null
                                ? null
                                : build.getEnvironment(listener).expand(step.getMessage()));
        return PostBuildWait.open(
                build,
                job,
                new DownstreamRequest(targets, names(buildParameters), Lines.items(parameters), RunAs.current()));
    }

    private static List<String> names(String text) {
        return Lines.items((String) Lines.names(text));
    }

    /** The gate's name and form. */
    @Extension
    @Symbol("postBuildGate")
    public static final class DescriptorImpl extends BuildStepDescriptor<Publisher> {
        @Override
        public String getDisplayName() {
            return Messages.PostBuild_displayName();
        }

        @Override
        public boolean isApplicable(@SuppressWarnings("rawtypes") Class<? extends AbstractProject> jobType) {
            return true;
        }

        /** Whether the jobs are there, and whoever looks may build them. */
        @POST
        public FormValidation doCheckJobs(@AncestorInPath Item item, @QueryParameter String value) {
            if (item == null || !item.hasPermission(Item.CONFIGURE)) {
                return FormValidation.ok();
            }
            List<String> targets = names(Util.fixEmptyAndTrim(value));
            return targets.isEmpty()
                    ? FormValidation.error(Messages.PostBuild_noJobs())
                    : FormValidation.aggregate(targets.stream()
                            .map(each -> DownstreamCheck.of(each, item))
                            .toList());
        }

        /** Whether every line is a parameter. */
        @POST
        public FormValidation doCheckParameters(@AncestorInPath Item item, @QueryParameter String value) {
            if (item == null || !item.hasPermission(Item.CONFIGURE)) {
                return FormValidation.ok();
            }
            List<Integer> wrong = KeyValues.wrong(Lines.items(value));
            return wrong.isEmpty()
                    ? FormValidation.ok()
                    : FormValidation.error(Messages.PostBuild_parameters(String.valueOf(wrong.get(0))));
        }
    }
}
