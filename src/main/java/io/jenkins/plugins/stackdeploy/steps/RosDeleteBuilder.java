package io.jenkins.plugins.stackdeploy.steps;

import hudson.Extension;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@link RosDeleteStep} as a freestyle build step. */
public class RosDeleteBuilder extends RosBuilder {
    // Of its own type, so that a configuration written by hand need not name the class.
    private final RosDeleteStep step;

    /**
     * A build step.
     *
     * @param step what to do
     */
    @DataBoundConstructor
    public RosDeleteBuilder(RosDeleteStep step) {
        this.step = step;
    }

    @Override
    public RosDeleteStep getStep() {
        return step;
    }

    /** The build step's name and form. */
    @Extension
    public static final class DescriptorImpl extends DeployBuilderDescriptor {
        @Override
        public String getDisplayName() {
            return Messages.RosDeleteStep_displayName();
        }
    }
}
