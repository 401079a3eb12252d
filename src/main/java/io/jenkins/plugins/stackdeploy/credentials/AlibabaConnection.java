package io.jenkins.plugins.stackdeploy.credentials;

import hudson.Extension;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.ros.RosClient;
import java.util.List;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A connection to Alibaba Cloud. */
public final class AlibabaConnection extends CloudConnection {
    /**
     * A connection.
     *
     * @param name what jobs call it
     * @param credentialsId credentials with an AccessKey
     * @param region the region of stacks, unless a job names another
     */
    @DataBoundConstructor
    public AlibabaConnection(String name, String credentialsId, String region) {
        super(name, credentialsId, region);
    }

    @Override
    int usualCallsPerMinute() {
        return RosClient.CALLS_PER_MINUTE;
    }

    /** The form of a connection. */
    @Extension
    @Symbol("alibaba")
    public static final class DescriptorImpl extends CloudConnectionDescriptor {
        @Override
        public String getDisplayName() {
            return Messages.AlibabaConnection_displayName();
        }

        @Override
        List<String> knownRegions() {
            return Regions.known();
        }

        /** Credentials that hold an AccessKey. */
        @POST
        public ListBoxModel doFillCredentialsIdItems(@QueryParameter String credentialsId) {
            return CredentialChoices.forAdministrators(credentialsId, CredentialChoices.ALIBABA);
        }

        /** Asks ROS for its regions with what the form says. */
        @POST
        public FormValidation doTestConnection(
                @QueryParameter String credentialsId,
                @QueryParameter String region,
                @QueryParameter String roleArn,
                @QueryParameter String endpoint,
                @QueryParameter String stsEndpoint) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            AlibabaConnection connection = new AlibabaConnection("test", credentialsId, region);
            connection.setRoleArn(roleArn);
            connection.setEndpoint(endpoint);
            connection.setStsEndpoint(stsEndpoint);
            try {
                int regions = AlibabaClients.forForm(connection).regions().size();
                return FormValidation.ok(Messages.Connection_works(regions));
            } catch (CloudException failed) {
                return FormValidation.error(failed.describe());
            } catch (IllegalArgumentException invalid) {
                return FormValidation.error(invalid.getMessage());
            }
        }
    }
}
