package io.jenkins.plugins.stackdeploy.steps;

import hudson.Util;

/** What all steps on a ROS stack take. */
public abstract class RosStep extends DeployStep {
    private static final long serialVersionUID = 1;

    private String stackName;

    /**
     * A step.
     *
     * @param stackName the stack's name
     */
    protected RosStep(String stackName) {
        name(stackName);
    }

    /** Sets the stack's name, for a step that can do without. */
    final void name(String given) {
        this.stackName = Util.fixEmptyAndTrim(given);
    }

    public String getStackName() {
        return stackName;
    }

    @Override
    String subject() {
        return stackName;
    }
}
