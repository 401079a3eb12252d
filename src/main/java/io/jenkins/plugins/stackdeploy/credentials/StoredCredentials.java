package io.jenkins.plugins.stackdeploy.credentials;

import com.cloudbees.plugins.credentials.CredentialsMatchers;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import hudson.model.Run;
import hudson.security.ACL;
import java.util.List;
import jenkins.model.Jenkins;

/** Finds the credentials that builds, connections and administrators name. */
final class StoredCredentials {
    private StoredCredentials() {}

    /**
     * The credentials that a build names; their use is tracked.
     *
     * @param id the credentials' id
     * @param run the build
     * @return the credentials
     * @throws IllegalArgumentException when there are no such credentials for the build
     */
    static StandardCredentials forRun(String id, Run<?, ?> run) {
        StandardCredentials found = CredentialsProvider.findCredentialById(id, StandardCredentials.class, run);
        if (found == null) {
            throw new IllegalArgumentException(Messages.Credentials_notFound(id));
        }
        CredentialsProvider.track(run, found);
        return found;
    }

    /**
     * The credentials of a connection. Those of the system scope may be used too, as an administrator chose them.
     *
     * @param connection the connection
     * @param run the build that uses it
     * @return the credentials
     * @throws IllegalArgumentException when there are none, or they are gone
     */
    static StandardCredentials ofConnection(CloudConnection connection, Run<?, ?> run) {
        if (connection.getCredentialsId() == null) {
            throw new IllegalArgumentException(Messages.Connection_withoutCredentials(connection.getName()));
        }
        StandardCredentials found = system(connection.getCredentialsId());
        if (found == null) {
            throw new IllegalArgumentException(
                    Messages.Connection_credentialsGone(connection.getName(), connection.getCredentialsId()));
        }
        CredentialsProvider.track(run, found);
        return found;
    }

    /**
     * The credentials that an administrator tries out.
     *
     * @param id the credentials' id; may be null
     * @return the credentials
     * @throws IllegalArgumentException when there are none
     */
    static StandardCredentials forAdministrators(String id) {
        if (id == null) {
            throw new IllegalArgumentException(Messages.Connection_chooseCredentials());
        }
        StandardCredentials found = system(id);
        if (found == null) {
            throw new IllegalArgumentException(Messages.Credentials_gone(id));
        }
        return found;
    }

    private static StandardCredentials system(String id) {
        return CredentialsMatchers.firstOrNull(
                CredentialsProvider.lookupCredentialsInItemGroup(
                        StandardCredentials.class, Jenkins.get(), ACL.SYSTEM2, List.of()),
                CredentialsMatchers.withId(id));
    }
}
