package io.jenkins.plugins.stackdeploy.steps;

import hudson.Util;

/** What all steps on a ROS stack take. */
public abstract class RosStep extends DeployStep {
    private static final long serialVersionUID = 1;

    private final String stackName;

    /**
     * A step.
     *
     * @param stackName the stack's name
     */
    protected RosStep(String stackName) {
        this.stackName = Util.fixEmptyAndTrim(stackName);
    }

    public String getStackName() {
        return stackName;
    }

    @Override
    String subject() {
        return stackName;
    }
}
