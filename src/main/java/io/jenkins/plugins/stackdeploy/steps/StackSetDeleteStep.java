package io.jenkins.plugins.stackdeploy.steps;

import hudson.Extension;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code stackSetDelete}: deletes the instances of a stack set, then the stack set; one that is not there is no failure. */
public class StackSetDeleteStep extends StackSetStep {
    private static final long serialVersionUID = 1;

    private Boolean retainStacks;

    /**
     * A step.
     *
     * @param stackSetName the stack set's name
     */
    @DataBoundConstructor
    public StackSetDeleteStep(String stackSetName) {
        super(stackSetName);
    }

    @Override
    DeployJob prepare(Preparation preparation) throws StackDeployException {
        return new StackSetDeletePreparation(this, preparation).prepare();
    }

    /** Whether the stacks of the instances are kept in their accounts. */
    public boolean isRetainStacks() {
        return Defaults.isOn(retainStacks);
    }

    @DataBoundSetter
    public void setRetainStacks(boolean retainStacks) {
        this.retainStacks = Defaults.keepOn(retainStacks);
    }

    /** The step's name and form. */
    @Extension
    public static final class DescriptorImpl extends StackSetStepDescriptor {
        @Override
        public String getFunctionName() {
            return "stackSetDelete";
        }

        @Override
        public String getDisplayName() {
            return Messages.StackSetDeleteStep_displayName();
        }
    }
}
