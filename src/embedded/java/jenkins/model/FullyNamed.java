package jenkins.model;

/** Something with a name that is unique in Jenkins. */
public interface FullyNamed {
    String getFullName();
}
