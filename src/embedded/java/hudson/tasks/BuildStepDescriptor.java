package hudson.tasks;

import hudson.model.AbstractProject;
import hudson.model.Describable;
import hudson.model.Descriptor;

/** Describes a kind of {@link BuildStep}. */
public abstract class BuildStepDescriptor<T extends BuildStep & Describable<T>> extends Descriptor<T> {
    protected BuildStepDescriptor(Class<? extends T> clazz) {
        super(clazz);
    }

    /** Describes the class that this one is nested in. */
    protected BuildStepDescriptor() {}

    /** @return whether jobs of this type offer the step */
    public abstract boolean isApplicable(Class<? extends AbstractProject> jobType);
}
