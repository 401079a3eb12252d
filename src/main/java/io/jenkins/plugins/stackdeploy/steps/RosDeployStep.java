package io.jenkins.plugins.stackdeploy.steps;

import hudson.Extension;
import hudson.Util;
import java.io.IOException;
import java.util.Map;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code rosDeploy}: creates a ROS stack, or updates it when it exists; or does what a plan says. */
public class RosDeployStep extends RosTemplateStep {
    private static final long serialVersionUID = 1;

    private Map<String, Object> plan;
    private String planFile;
    private Boolean recreate;
    private String events;
    private Boolean wait;

    /** A step. All is optional: declarative Pipelines insist on what a constructor takes, and a plan has the stack's name. */
    @DataBoundConstructor
    public RosDeployStep() {
        super(null);
    }

    /**
     * A step.
     *
     * @param stackName the stack's name
     */
    public RosDeployStep(String stackName) {
        super(stackName);
    }

    @DataBoundSetter
    public void setStackName(String stackName) {
        name(stackName);
    }

    @Override
    RosJob prepare(Preparation preparation) throws IOException, InterruptedException {
        return plan == null && planFile == null
                ? new RosDeployPreparation(this, preparation).prepare()
                : new RosExecutePreparation(this, preparation).prepare();
    }

    @Override
    boolean readsWorkspace() {
        return planFile != null || super.readsWorkspace();
    }

    @Override
    String subject() {
        if (getStackName() != null) {
            return getStackName();
        }
        return plan == null ? planFile : String.valueOf(plan.get("name"));
    }

    /** What rosPlan returned; for scripts. */
    public Map<String, Object> getPlan() {
        return plan;
    }

    @DataBoundSetter
    public void setPlan(Object plan) {
        this.plan = Defaults.map(plan);
    }

    /** A file of the workspace with what rosPlan returned, as JSON; for forms. */
    public String getPlanFile() {
        return planFile;
    }

    @DataBoundSetter
    public void setPlanFile(String planFile) {
        this.planFile = Util.fixEmptyAndTrim(planFile);
    }

    public boolean isRecreate() {
        return Defaults.isOn(recreate);
    }

    @DataBoundSetter
    public void setRecreate(boolean recreate) {
        this.recreate = Defaults.keepOn(recreate);
    }

    public String getEvents() {
        return events;
    }

    @DataBoundSetter
    public void setEvents(String events) {
        this.events = Defaults.unless("changes", events);
    }

    public boolean isWait() {
        return Defaults.onUnlessOff(wait);
    }

    @DataBoundSetter
    public void setWait(boolean wait) {
        this.wait = Defaults.keepOff(wait);
    }

    /** The step's name and form. */
    @Extension
    public static final class DescriptorImpl extends RosTemplateStepDescriptor {
        @Override
        public String getFunctionName() {
            return "rosDeploy";
        }

        @Override
        public String getDisplayName() {
            return Messages.RosDeployStep_displayName();
        }
    }
}
