package io.jenkins.plugins.stackdeploy.steps;

import hudson.Util;
import org.kohsuke.stapler.DataBoundSetter;

/** What the steps take that change a ROS stack, or plan to. */
public abstract class RosChangeStep extends RosStep {
    private static final long serialVersionUID = 1;

    private String ramRoleName;
    private Boolean waitForOthers;

    /**
     * A step.
     *
     * @param stackName the stack's name
     */
    protected RosChangeStep(String stackName) {
        super(stackName);
    }

    public String getRamRoleName() {
        return ramRoleName;
    }

    @DataBoundSetter
    public void setRamRoleName(String ramRoleName) {
        this.ramRoleName = Util.fixEmptyAndTrim(ramRoleName);
    }

    public boolean isWaitForOthers() {
        return Defaults.onUnlessOff(waitForOthers);
    }

    @DataBoundSetter
    public void setWaitForOthers(boolean waitForOthers) {
        this.waitForOthers = Defaults.keepOff(waitForOthers);
    }
}
