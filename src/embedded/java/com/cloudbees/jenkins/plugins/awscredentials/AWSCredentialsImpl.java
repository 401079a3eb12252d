package com.cloudbees.jenkins.plugins.awscredentials;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.impl.BaseStandardCredentials;
import hudson.Util;
import hudson.util.Secret;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/** An access key, perhaps with a token of a device. The stand-in takes on no roles. */
public class AWSCredentialsImpl extends BaseStandardCredentials implements AmazonWebServicesCredentials {
    private static final long serialVersionUID = 1L;

    private final String accessKey;
    private final Secret secretKey;
    private final String iamMfaSerialNumber;

    public AWSCredentialsImpl(
            CredentialsScope scope,
            String id,
            String accessKey,
            String secretKey,
            String description,
            String iamRoleArn,
            String iamMfaSerialNumber) {
        super(scope, id, description);
        this.accessKey = Util.fixNull(accessKey);
        this.secretKey = Secret.fromString(secretKey);
        this.iamMfaSerialNumber = iamMfaSerialNumber;
    }

    /** @return whether somebody has to type a number each time */
    public boolean requiresToken() {
        return Util.fixEmptyAndTrim(iamMfaSerialNumber) != null;
    }

    @Override
    public AwsCredentials resolveCredentials() {
        return accessKey.isBlank() ? null : AwsBasicCredentials.create(accessKey, secretKey.getPlainText());
    }

    @Override
    public String getDisplayName() {
        return accessKey;
    }
}
