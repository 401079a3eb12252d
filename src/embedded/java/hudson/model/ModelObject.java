package hudson.model;

/** Something with a name that people read. */
public interface ModelObject {
    String getDisplayName();
}
