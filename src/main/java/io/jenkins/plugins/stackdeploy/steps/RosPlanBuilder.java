package io.jenkins.plugins.stackdeploy.steps;

import hudson.Extension;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@link RosPlanStep} as a freestyle build step. */
public class RosPlanBuilder extends RosBuilder {
    // Of its own type, so that a configuration written by hand need not name the class.
    private final RosPlanStep step;

    /**
     * A build step.
     *
     * @param step what to do
     */
    @DataBoundConstructor
    public RosPlanBuilder(RosPlanStep step) {
        this.step = step;
    }

    @Override
    public RosPlanStep getStep() {
        return step;
    }

    /** The build step's name and form. */
    @Extension
    public static final class DescriptorImpl extends DeployBuilderDescriptor {
        @Override
        public String getDisplayName() {
            return Messages.RosPlanStep_displayName();
        }
    }
}
