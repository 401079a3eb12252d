package io.jenkins.plugins.stackdeploy.steps;

import hudson.Util;
import org.kohsuke.stapler.DataBoundSetter;

/** What the steps that change a ROS stack take. */
public abstract class RosChangeStep extends RosStep {
    private static final long serialVersionUID = 1;

    private String ramRoleName;
    private String events;
    private Boolean wait;
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

    public boolean isWaitForOthers() {
        return Defaults.onUnlessOff(waitForOthers);
    }

    @DataBoundSetter
    public void setWaitForOthers(boolean waitForOthers) {
        this.waitForOthers = Defaults.keepOff(waitForOthers);
    }
}
