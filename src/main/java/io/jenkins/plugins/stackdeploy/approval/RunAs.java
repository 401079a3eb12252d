package io.jenkins.plugins.stackdeploy.approval;

import hudson.model.User;
import hudson.security.ACL;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;

/** Whom a build runs as, as a name that can be kept in a file. */
final class RunAs {
    private RunAs() {}

    /** The name of whom the current thread acts as. */
    static String current() {
        return Jenkins.getAuthentication2().getName();
    }

    /**
     * Whom a name stands for, with the groups of this moment.
     *
     * @return empty when the security realm does not know the user any more
     */
    static Optional<Authentication> named(String name) {
        if (ACL.SYSTEM_USERNAME.equals(name)) {
            return Optional.of(ACL.SYSTEM2);
        }
        if (ACL.ANONYMOUS_USERNAME.equals(name)) {
            return Optional.of(Jenkins.ANONYMOUS2);
        }
        try {
            // Whoever a job is configured to run as need not have been here before.
            return Optional.of(User.getById(name, true).impersonate2());
        } catch (AuthenticationException unknown) {
            return Optional.empty();
        }
    }
}
