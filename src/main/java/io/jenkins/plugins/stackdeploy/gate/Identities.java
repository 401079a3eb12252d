package io.jenkins.plugins.stackdeploy.gate;

/** Whether two names mean the same, by the rules of whatever knows the users. */
public interface Identities {
    /** Names that differ in upper and lower case alone mean the same; what most directories do. */
    Identities IGNORING_CASE = new Identities() {
        @Override
        public boolean sameUser(String one, String other) {
            return one.equalsIgnoreCase(other);
        }

        @Override
        public boolean sameGroup(String one, String other) {
            return one.equalsIgnoreCase(other);
        }
    };

    /** Whether two ids are those of one user. */
    boolean sameUser(String one, String other);

    /** Whether two names are those of one group. */
    boolean sameGroup(String one, String other);
}
