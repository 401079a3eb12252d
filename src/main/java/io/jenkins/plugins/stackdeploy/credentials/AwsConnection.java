package io.jenkins.plugins.stackdeploy.credentials;

import hudson.Extension;
import hudson.Util;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.stackdeploy.cloudformation.AwsSettings;
import io.jenkins.plugins.stackdeploy.engine.CloudException;
import java.util.List;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A connection to AWS. Mentions nothing of the AWS SDK, so that Jenkins can load it where the SDK is not installed. */
public final class AwsConnection extends CloudConnection {
    private String externalId;
    private boolean useDefaultCredentials;
    private String s3Endpoint;
    private String templateBucket;

    /**
     * A connection.
     *
     * @param name what jobs call it
     * @param credentialsId credentials with an access key; may be null with {@link #setUseDefaultCredentials}
     * @param region the region of stack sets, unless a job names another
     */
    @DataBoundConstructor
    public AwsConnection(String name, String credentialsId, String region) {
        super(name, credentialsId, region);
    }

    @Override
    int usualCallsPerMinute() {
        return AwsSettings.READS_PER_MINUTE;
    }

    /** What the role asks for; null for nothing. */
    public String getExternalId() {
        return externalId;
    }

    @DataBoundSetter
    public void setExternalId(String externalId) {
        this.externalId = Util.fixEmptyAndTrim(externalId);
    }

    /** Whether to call as the controller itself when no credentials are chosen. */
    public boolean isUseDefaultCredentials() {
        return useDefaultCredentials;
    }

    @DataBoundSetter
    public void setUseDefaultCredentials(boolean useDefaultCredentials) {
        this.useDefaultCredentials = useDefaultCredentials;
    }

    /** Where S3 is called; null for the public endpoint. */
    public String getS3Endpoint() {
        return s3Endpoint;
    }

    @DataBoundSetter
    public void setS3Endpoint(String s3Endpoint) {
        this.s3Endpoint = Util.fixEmptyAndTrim(s3Endpoint);
    }

    /** Where large templates go, {@code bucket} or {@code bucket/prefix}; null for nowhere. */
    public String getTemplateBucket() {
        return templateBucket;
    }

    @DataBoundSetter
    public void setTemplateBucket(String templateBucket) {
        this.templateBucket = Util.fixEmptyAndTrim(templateBucket);
    }

    /** The form of a connection. */
    @Extension
    @Symbol("aws")
    public static final class DescriptorImpl extends CloudConnectionDescriptor {
        /** Source: S3, rules for the names of buckets. */
        private static final String BUCKET = "[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/.*)?";

        @Override
        public String getDisplayName() {
            return Messages.AwsConnection_displayName();
        }

        @Override
        List<String> knownRegions() {
            return AwsRegions.known();
        }

        /** Credentials that hold an access key. */
        @POST
        public ListBoxModel doFillCredentialsIdItems(@QueryParameter String credentialsId) {
            return CredentialChoices.forAdministrators(credentialsId, CredentialChoices.AWS);
        }

        /** Told when it does nothing. */
        @POST
        public FormValidation doCheckUseDefaultCredentials(
                @QueryParameter boolean value, @QueryParameter String credentialsId) {
            boolean unused = value && Util.fixEmptyAndTrim(credentialsId) != null;
            return unused && Jenkins.get().hasPermission(Jenkins.ADMINISTER)
                    ? FormValidation.warning(Messages.AwsConnection_notUsed())
                    : FormValidation.ok();
        }

        /** As {@link #doCheckEndpoint}. */
        @POST
        public FormValidation doCheckS3Endpoint(@QueryParameter String value) {
            if (!Jenkins.get().hasPermission(Jenkins.ADMINISTER)) {
                return FormValidation.ok();
            }
            return doCheckEndpoint(value);
        }

        /** A bucket, perhaps with a prefix. */
        @POST
        public FormValidation doCheckTemplateBucket(@QueryParameter String value) {
            String bucket = Util.fixEmptyAndTrim(value);
            if (bucket == null || !Jenkins.get().hasPermission(Jenkins.ADMINISTER) || bucket.matches(BUCKET)) {
                return FormValidation.ok();
            }
            return FormValidation.error(Messages.AwsConnection_badBucket(bucket));
        }

        /** Asks STS who calls, with what the form says. */
        @POST
        public FormValidation doTestConnection(
                @QueryParameter String credentialsId,
                @QueryParameter String region,
                @QueryParameter String roleArn,
                @QueryParameter String externalId,
                @QueryParameter boolean useDefaultCredentials,
                @QueryParameter String stsEndpoint) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            AwsConnection connection = new AwsConnection("test", credentialsId, region);
            connection.setRoleArn(roleArn);
            connection.setExternalId(externalId);
            connection.setUseDefaultCredentials(useDefaultCredentials);
            connection.setStsEndpoint(stsEndpoint);
            try {
                return FormValidation.ok(Messages.AwsConnection_works(AwsClients.caller(connection)));
            } catch (CloudException failed) {
                return FormValidation.error(failed.describe());
            } catch (IllegalArgumentException invalid) {
                return FormValidation.error(invalid.getMessage());
            }
        }
    }
}
