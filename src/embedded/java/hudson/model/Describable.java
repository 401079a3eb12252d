package hudson.model;

import jenkins.model.Jenkins;

/** Something configurable; its {@link Descriptor} tells how. */
public interface Describable<T extends Describable<T>> {
    /** @throws AssertionError if no descriptor is registered for this class */
    @SuppressWarnings("unchecked") // the registry is keyed by class
    default Descriptor<T> getDescriptor() {
        return Jenkins.get().getDescriptorOrDie(getClass());
    }
}
