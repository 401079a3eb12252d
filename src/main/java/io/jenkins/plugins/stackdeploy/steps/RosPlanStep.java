package io.jenkins.plugins.stackdeploy.steps;

import hudson.Extension;
import hudson.model.Item;
import hudson.util.ListBoxModel;
import java.io.IOException;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.verb.POST;

/** {@code rosPlan}: finds out what rosDeploy would do, and prepares exactly that. */
public class RosPlanStep extends RosTemplateStep {
    private static final long serialVersionUID = 1;

    private String replacements;
    private String deletions;
    private Boolean estimateCost;
    private Integer expiresInMinutes;

    /**
     * A step.
     *
     * @param stackName the stack's name
     */
    @DataBoundConstructor
    public RosPlanStep(String stackName) {
        super(stackName);
    }

    @Override
    RosJob prepare(Preparation preparation) throws IOException, InterruptedException {
        return new RosPlanPreparation(this, preparation).prepare();
    }

    public String getReplacements() {
        return replacements;
    }

    @DataBoundSetter
    public void setReplacements(String replacements) {
        this.replacements = Defaults.unless("warn", replacements);
    }

    public String getDeletions() {
        return deletions;
    }

    @DataBoundSetter
    public void setDeletions(String deletions) {
        this.deletions = Defaults.unless("warn", deletions);
    }

    public boolean isEstimateCost() {
        return Defaults.isOn(estimateCost);
    }

    @DataBoundSetter
    public void setEstimateCost(boolean estimateCost) {
        this.estimateCost = Defaults.keepOn(estimateCost);
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
    public static final class DescriptorImpl extends RosTemplateStepDescriptor {
        @Override
        public String getFunctionName() {
            return "rosPlan";
        }

        @Override
        public String getDisplayName() {
            return Messages.RosPlanStep_displayName();
        }

        /** What is thought of changes that replace a resource. */
        @POST
        public ListBoxModel doFillReplacementsItems(@AncestorInPath Item item) {
            return policies();
        }

        /** What is thought of changes that delete a resource. */
        @POST
        public ListBoxModel doFillDeletionsItems(@AncestorInPath Item item) {
            return policies();
        }

        private static ListBoxModel policies() {
            ListBoxModel choices = new ListBoxModel();
            choices.add(Messages.Form_planWarn(), "");
            choices.add(Messages.Form_planAllow(), "allow");
            choices.add(Messages.Form_planRefuse(), "refuse");
            return choices;
        }
    }
}
