package hudson.model;

import jenkins.model.Jenkins;

/** Something whose URL leads to descriptors. */
public interface DescriptorByNameOwner extends ModelObject {
    default Descriptor getDescriptorByName(String id) {
        return Jenkins.get().getDescriptorByName(id);
    }
}
