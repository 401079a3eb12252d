package io.jenkins.plugins.stackdeploy.credentials;

/** Classes of plugins that need not be installed. */
final class OptionalClass {
    private OptionalClass() {}

    /** Whether a class can be loaded; it is not initialised. */
    static boolean isThere(String name) {
        try {
            Class.forName(name, false, OptionalClass.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }
}
