package io.jenkins.plugins.stackdeploy.credentials;

import com.cloudbees.plugins.credentials.CredentialsMatchers;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.model.Run;
import hudson.security.ACL;
import io.jenkins.plugins.stackdeploy.ros.AccessKey;
import java.util.List;
import jenkins.model.Jenkins;

/** AccessKeys out of Jenkins' credentials: username and password, or the types of the alibabacloud-credentials plugin. */
final class AlibabaKeys {
    private AlibabaKeys() {}

    /**
     * The AccessKey that a build names; its use is tracked.
     *
     * @param id the credentials' id
     * @param run the build
     * @return the key
     * @throws IllegalArgumentException when there are no such credentials for the build, or they hold no AccessKey
     */
    static AccessKey forRun(String id, Run<?, ?> run) {
        StandardCredentials found = CredentialsProvider.findCredentialById(id, StandardCredentials.class, run);
        if (found == null) {
            throw new IllegalArgumentException(Messages.Credentials_notFound(id));
        }
        CredentialsProvider.track(run, found);
        return key(found);
    }

    /**
     * The AccessKey of a connection. Credentials of the system scope may be used too, as an administrator chose them.
     *
     * @param connection the connection
     * @param run the build that uses it
     * @return the key
     * @throws IllegalArgumentException when the credentials are gone or hold no AccessKey
     */
    static AccessKey ofConnection(AlibabaConnection connection, Run<?, ?> run) {
        if (connection.getCredentialsId() == null) {
            throw new IllegalArgumentException(Messages.Connection_withoutCredentials(connection.getName()));
        }
        StandardCredentials found = system(connection.getCredentialsId());
        if (found == null) {
            throw new IllegalArgumentException(
                    Messages.Connection_credentialsGone(connection.getName(), connection.getCredentialsId()));
        }
        CredentialsProvider.track(run, found);
        return key(found);
    }

    /** The AccessKey that an administrator tries out. */
    static AccessKey forAdministrators(String id) {
        StandardCredentials found = id == null ? null : system(id);
        if (found == null) {
            throw new IllegalArgumentException(Messages.Credentials_notFound(id == null ? "" : id));
        }
        return key(found);
    }

    private static StandardCredentials system(String id) {
        return CredentialsMatchers.firstOrNull(
                CredentialsProvider.lookupCredentialsInItemGroup(
                        StandardCredentials.class, Jenkins.get(), ACL.SYSTEM2, List.of()),
                CredentialsMatchers.withId(id));
    }

    private static AccessKey key(StandardCredentials found) {
        if (found instanceof StandardUsernamePasswordCredentials pair) {
            return new AccessKey(pair.getUsername(), pair.getPassword().getPlainText(), null, null);
        }
        return AlibabaPlugin.key(found)
                .orElseThrow(() -> new IllegalArgumentException(Messages.Credentials_noAccessKey(found.getId())));
    }

    /** Whether credentials can hold an AccessKey; for choice lists. */
    static boolean mayHold(StandardCredentials credentials) {
        return credentials instanceof StandardUsernamePasswordCredentials || AlibabaPlugin.isInstance(credentials);
    }
}
