package io.jenkins.plugins.stackdeploy.credentials;

import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.model.Run;
import io.jenkins.plugins.stackdeploy.cloudformation.AwsIdentity;

/** As whom AWS is called: username and password, the type of the aws-credentials plugin, or the controller itself. */
final class AwsKeys {
    private AwsKeys() {}

    /**
     * The identity of a target.
     *
     * @param named a target that names credentials or a connection that there is
     * @param run the build that uses it
     * @return the identity
     * @throws IllegalArgumentException when there are no credentials, or they hold no access key
     */
    static AwsIdentity of(NamedTarget<AwsConnection> named, Run<?, ?> run) {
        // Only an administrator may lend jobs what the controller itself may do, so only in a connection.
        boolean controllers = named.connection()
                .filter(connection -> connection.getCredentialsId() == null && connection.isUseDefaultCredentials())
                .isPresent();
        return controllers ? AwsIdentity.ofEnvironment() : of(named.credentials(run));
    }

    /** The identity that an administrator tries out. */
    static AwsIdentity forAdministrators(AwsConnection connection) {
        return connection.getCredentialsId() == null && connection.isUseDefaultCredentials()
                ? AwsIdentity.ofEnvironment()
                : of(StoredCredentials.forAdministrators(connection.getCredentialsId()));
    }

    private static AwsIdentity of(StandardCredentials found) {
        if (AwsPlugin.isInstance(found)) {
            return AwsPlugin.identity(found);
        }
        if (found instanceof StandardUsernamePasswordCredentials pair) {
            String id = pair.getUsername().strip();
            String secret = pair.getPassword().getPlainText().strip();
            if (!id.isEmpty() && !secret.isEmpty()) {
                return AwsIdentity.ofKey(id, secret);
            }
        }
        throw new IllegalArgumentException(Messages.Aws_noAccessKey(found.getId()));
    }
}
