package io.jenkins.plugins.stackdeploy.steps;

import hudson.Extension;
import hudson.model.Item;
import hudson.util.ListBoxModel;
import java.io.IOException;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.verb.POST;

/** {@code stackSetPlan}: finds out what stackSetDeploy would do, so that exactly that can be approved and deployed. */
public class StackSetPlanStep extends StackSetTemplateStep {
    private static final long serialVersionUID = 1;

    private String outdated;
    private Integer expiresInMinutes;

    /**
     * A step.
     *
     * @param stackSetName the stack set's name
     */
    @DataBoundConstructor
    public StackSetPlanStep(String stackSetName) {
        super(stackSetName);
    }

    @Override
    DeployJob prepare(Preparation preparation) throws IOException, InterruptedException {
        return new StackSetPlanPreparation(this, preparation).prepare();
    }

    /** What is thought of instances that are left OUTDATED: {@code warn}, {@code allow} or {@code refuse}; null for warn. */
    public String getOutdated() {
        return outdated;
    }

    @DataBoundSetter
    public void setOutdated(String outdated) {
        this.outdated = Defaults.unless("warn", outdated);
    }

    public Integer getExpiresInMinutes() {
        return expiresInMinutes;
    }

    @DataBoundSetter
    public void setExpiresInMinutes(Integer expiresInMinutes) {
        this.expiresInMinutes = expiresInMinutes;
    }

    /** The step's name and form. */
    @Extension
    public static final class DescriptorImpl extends StackSetTemplateStepDescriptor {
        @Override
        public String getFunctionName() {
            return "stackSetPlan";
        }

        @Override
        public String getDisplayName() {
            return Messages.StackSetPlanStep_displayName();
        }

        /** What is thought of instances that are left OUTDATED. */
        @POST
        public ListBoxModel doFillOutdatedItems(@AncestorInPath Item item) {
            ListBoxModel choices = new ListBoxModel();
            choices.add(Messages.Form_planWarn(), "");
            choices.add(Messages.Form_planAllow(), "allow");
            choices.add(Messages.Form_planRefuse(), "refuse");
            return choices;
        }
    }
}
