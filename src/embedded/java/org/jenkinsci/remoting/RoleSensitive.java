package org.jenkinsci.remoting;

/** Code that only runs on machines of the right role. */
public interface RoleSensitive {
    /** @throws SecurityException if this machine must not run the code */
    void checkRoles(RoleChecker checker) throws SecurityException;
}
