package jenkins.model;

import hudson.model.ModelObject;

/** Something with a long name that people read. */
public interface FullyNamedModelObject extends ModelObject {
    String getFullDisplayName();
}
