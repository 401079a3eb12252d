package io.jenkins.plugins.stackdeploy.steps;

import hudson.Extension;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@link StackSetPlanStep} as a freestyle build step. */
public class StackSetPlanBuilder extends StackSetBuilder {
    // Of its own type, so that a configuration written by hand need not name the class.
    private final StackSetPlanStep step;

    /**
     * A build step.
     *
     * @param step what to do
     */
    @DataBoundConstructor
    public StackSetPlanBuilder(StackSetPlanStep step) {
        this.step = step;
    }

    @Override
    public StackSetPlanStep getStep() {
        return step;
    }

    /** The build step's name and form. */
    @Extension
    public static final class DescriptorImpl extends DeployBuilderDescriptor {
        @Override
        public String getDisplayName() {
            return Messages.StackSetPlanStep_displayName();
        }
    }
}
