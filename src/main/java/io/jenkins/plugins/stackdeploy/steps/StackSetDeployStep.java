package io.jenkins.plugins.stackdeploy.steps;

import hudson.Extension;
import hudson.Util;
import java.io.IOException;
import java.util.Map;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code stackSetDeploy}: creates a stack set or updates it, with its instances; or does what a plan says. */
public class StackSetDeployStep extends StackSetTemplateStep {
    private static final long serialVersionUID = 1;

    private String templateUrl;
    private Map<String, Object> plan;
    private String planFile;

    /**
     * A step.
     *
     * @param stackSetName the stack set's name; may be null with a plan
     */
    @DataBoundConstructor
    public StackSetDeployStep(String stackSetName) {
        super(stackSetName);
    }

    @Override
    DeployJob prepare(Preparation preparation) throws IOException, InterruptedException {
        return plan == null && planFile == null
                ? new StackSetDeployPreparation(this, preparation).prepare()
                : new StackSetExecutePreparation(this, preparation).prepare();
    }

    @Override
    boolean readsWorkspace() {
        return planFile != null || super.readsWorkspace();
    }

    @Override
    String subject() {
        if (getStackSetName() != null) {
            return getStackSetName();
        }
        return plan == null ? planFile : String.valueOf(plan.get("name"));
    }

    public String getTemplateUrl() {
        return templateUrl;
    }

    @DataBoundSetter
    public void setTemplateUrl(String templateUrl) {
        this.templateUrl = Util.fixEmptyAndTrim(templateUrl);
    }

    /** What stackSetPlan returned; for scripts. */
    public Map<String, Object> getPlan() {
        return plan;
    }

    @DataBoundSetter
    public void setPlan(Map<String, Object> plan) {
        this.plan = Defaults.copy(plan);
    }

    /** A file of the workspace with what stackSetPlan returned, as JSON; for forms. */
    public String getPlanFile() {
        return planFile;
    }

    @DataBoundSetter
    public void setPlanFile(String planFile) {
        this.planFile = Util.fixEmptyAndTrim(planFile);
    }

    /** The step's name and form. */
    @Extension
    public static final class DescriptorImpl extends StackSetTemplateStepDescriptor {
        @Override
        public String getFunctionName() {
            return "stackSetDeploy";
        }

        @Override
        public String getDisplayName() {
            return Messages.StackSetDeployStep_displayName();
        }
    }
}
