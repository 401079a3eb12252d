package io.jenkins.plugins.stackdeploy.steps;

import hudson.Extension;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code rosStatus}: reads a ROS stack and, when asked, its drift. */
public class RosStatusStep extends RosStep {
    private static final long serialVersionUID = 1;

    private Boolean detectDrift;

    /**
     * A step.
     *
     * @param stackName the stack's name
     */
    @DataBoundConstructor
    public RosStatusStep(String stackName) {
        super(stackName);
    }

    @Override
    RosJob prepare(Preparation preparation) throws StackDeployException {
        return new RosStatusPreparation(this, preparation).prepare();
    }

    public boolean isDetectDrift() {
        return Defaults.isOn(detectDrift);
    }

    @DataBoundSetter
    public void setDetectDrift(boolean detectDrift) {
        this.detectDrift = Defaults.keepOn(detectDrift);
    }

    /** The step's name and form. */
    @Extension
    public static final class DescriptorImpl extends RosStepDescriptor {
        @Override
        public String getFunctionName() {
            return "rosStatus";
        }

        @Override
        public String getDisplayName() {
            return Messages.RosStatusStep_displayName();
        }
    }
}
