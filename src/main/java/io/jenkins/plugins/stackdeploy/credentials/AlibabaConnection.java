package io.jenkins.plugins.stackdeploy.credentials;

import hudson.Extension;
import hudson.Util;
import hudson.model.Descriptor;
import hudson.util.ComboBoxModel;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.ros.RosClient;
import io.jenkins.plugins.stackdeploy.ros.RpcEndpoint;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A connection to Alibaba Cloud. Only here can an endpoint be set: a job must not send credentials elsewhere. */
public final class AlibabaConnection extends CloudConnection {
    private final String credentialsId;
    private final String region;
    private String roleArn;
    private String endpoint;
    private String stsEndpoint;
    private Integer callsPerMinute;

    /**
     * A connection.
     *
     * @param name what jobs call it
     * @param credentialsId credentials with an AccessKey
     * @param region the region of stacks, unless a job names another
     */
    @DataBoundConstructor
    public AlibabaConnection(String name, String credentialsId, String region) {
        super(name);
        this.credentialsId = Util.fixEmptyAndTrim(credentialsId);
        this.region = Util.fixEmptyAndTrim(region);
    }

    /** Credentials with an AccessKey; null when none were chosen. */
    public String getCredentialsId() {
        return credentialsId;
    }

    /** The region of stacks, unless a job names another; may be null. */
    public String getRegion() {
        return region;
    }

    /** The role to take on; null for none. */
    public String getRoleArn() {
        return roleArn;
    }

    @DataBoundSetter
    public void setRoleArn(String roleArn) {
        this.roleArn = Util.fixEmptyAndTrim(roleArn);
    }

    /** Where ROS is called; null for the public endpoint. */
    public String getEndpoint() {
        return endpoint;
    }

    @DataBoundSetter
    public void setEndpoint(String endpoint) {
        this.endpoint = Util.fixEmptyAndTrim(endpoint);
    }

    /** Where STS is called; null for the public endpoint. */
    public String getStsEndpoint() {
        return stsEndpoint;
    }

    @DataBoundSetter
    public void setStsEndpoint(String stsEndpoint) {
        this.stsEndpoint = Util.fixEmptyAndTrim(stsEndpoint);
    }

    /** The account's limit of calls a minute for each API and region; null for ROS' usual 100. */
    public Integer getCallsPerMinute() {
        return callsPerMinute;
    }

    @DataBoundSetter
    public void setCallsPerMinute(Integer callsPerMinute) {
        this.callsPerMinute =
                callsPerMinute == null || callsPerMinute == RosClient.CALLS_PER_MINUTE ? null : callsPerMinute;
    }

    /** The form of a connection. */
    @Extension
    @Symbol("alibaba")
    public static final class DescriptorImpl extends Descriptor<CloudConnection> {
        @Override
        public String getDisplayName() {
            return Messages.AlibabaConnection_displayName();
        }

        /** Credentials that hold an AccessKey. */
        @POST
        public ListBoxModel doFillCredentialsIdItems(@QueryParameter String credentialsId) {
            return CredentialChoices.forAdministrators(credentialsId);
        }

        /** Known regions; others may be typed. */
        @POST
        public ComboBoxModel doFillRegionItems() {
            boolean mayConfigure = Jenkins.get().hasPermission(Jenkins.ADMINISTER);
            return mayConfigure ? new ComboBoxModel(Regions.known()) : new ComboBoxModel();
        }

        /** A name is needed. */
        @POST
        public FormValidation doCheckName(@QueryParameter String value) {
            if (!Jenkins.get().hasPermission(Jenkins.ADMINISTER)) {
                return FormValidation.ok();
            }
            return Util.fixEmptyAndTrim(value) == null
                    ? FormValidation.error(Messages.Connection_nameMissing())
                    : FormValidation.ok();
        }

        /** A host, or a URL without a path. */
        @POST
        public FormValidation doCheckEndpoint(@QueryParameter String value) {
            if (!Jenkins.get().hasPermission(Jenkins.ADMINISTER) || Util.fixEmptyAndTrim(value) == null) {
                return FormValidation.ok();
            }
            try {
                return RpcEndpoint.parse(value).https()
                        ? FormValidation.ok()
                        : FormValidation.warning(Messages.Connection_notEncrypted());
            } catch (IllegalArgumentException invalid) {
                return FormValidation.error(invalid.getMessage());
            }
        }

        /** As {@link #doCheckEndpoint}. */
        @POST
        public FormValidation doCheckStsEndpoint(@QueryParameter String value) {
            return doCheckEndpoint(value);
        }

        /** A number from 1 up. */
        @POST
        public FormValidation doCheckCallsPerMinute(@QueryParameter String value) {
            if (!Jenkins.get().hasPermission(Jenkins.ADMINISTER)) {
                return FormValidation.ok();
            }
            return Util.fixEmptyAndTrim(value) == null
                    ? FormValidation.ok()
                    : FormValidation.validatePositiveInteger(value);
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
