package jenkins.model;

/** Something with a name that is unique where it is. */
public interface Named {
    String getName();
}
