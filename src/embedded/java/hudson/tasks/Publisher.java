package hudson.tasks;

import hudson.ExtensionPoint;
import hudson.model.Describable;
import hudson.model.Descriptor;
import jenkins.model.Jenkins;

/** What a build does when its steps are over. */
public abstract class Publisher extends BuildStepCompatibilityLayer implements Describable<Publisher>, ExtensionPoint {
    /** @return whether it runs when the result cannot change any more */
    public boolean needsToRunAfterFinalized() {
        return false;
    }

    @Override
    @SuppressWarnings("unchecked") // the registry is keyed by class
    public Descriptor<Publisher> getDescriptor() {
        return Jenkins.get().getDescriptorOrDie(getClass());
    }
}
