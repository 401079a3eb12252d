package io.jenkins.plugins.stackdeploy.credentials;

import com.cloudbees.jenkins.plugins.awscredentials.AWSCredentialsImpl;
import com.cloudbees.jenkins.plugins.awscredentials.AmazonWebServicesCredentials;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import io.jenkins.plugins.stackdeploy.cloudformation.AwsIdentity;
import io.jenkins.plugins.stackdeploy.cloudformation.RenewedCredentials;
import java.time.InstantSource;

/** The types of the aws-credentials plugin, which need not be installed. */
final class AwsPlugin {
    private static final String TYPE = "com.cloudbees.jenkins.plugins.awscredentials.AmazonWebServicesCredentials";

    private AwsPlugin() {}

    static boolean isInstance(StandardCredentials credentials) {
        return OptionalClass.isThere(TYPE) && Types.isInstance(credentials);
    }

    /**
     * As whom such credentials call AWS.
     *
     * @param credentials credentials of the plugin, as {@link #isInstance} tells
     * @return the identity
     * @throws IllegalArgumentException when somebody would have to type a number each time
     */
    static AwsIdentity identity(StandardCredentials credentials) {
        return Types.identity(credentials);
    }

    /** Loaded only when the plugin is installed, so that its classes are there. */
    private static final class Types {
        static boolean isInstance(StandardCredentials credentials) {
            return credentials instanceof AmazonWebServicesCredentials;
        }

        static AwsIdentity identity(StandardCredentials credentials) {
            AmazonWebServicesCredentials found = (AmazonWebServicesCredentials) credentials;
            if (found instanceof AWSCredentialsImpl key && key.requiresToken()) {
                throw new IllegalArgumentException(Messages.Aws_needsToken(found.getId()));
            }
            return new AwsIdentity(found.getDisplayName(), new RenewedCredentials(found, InstantSource.system()));
        }
    }
}
