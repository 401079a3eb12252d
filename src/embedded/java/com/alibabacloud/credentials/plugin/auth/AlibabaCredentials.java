package com.alibabacloud.credentials.plugin.auth;

import com.aliyuncs.auth.AlibabaCloudCredentials;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.impl.BaseStandardCredentials;
import hudson.util.Secret;
import org.kohsuke.stapler.DataBoundConstructor;

/** An access key as the alibabacloud-credentials plugin keeps it. */
public class AlibabaCredentials extends BaseStandardCredentials implements AlibabaCloudCredentials {
    private static final long serialVersionUID = 1L;

    protected String accessKey;
    protected Secret secretKey;

    @DataBoundConstructor
    public AlibabaCredentials(
            CredentialsScope scope, String id, String accessKey, String secretKey, String description) {
        super(scope, id, description);
        this.accessKey = accessKey;
        this.secretKey = Secret.fromString(secretKey);
    }

    public String getAccessKey() {
        return accessKey;
    }

    public Secret getSecretKey() {
        return secretKey;
    }

    @Override
    public String getAccessKeyId() {
        return accessKey;
    }

    @Override
    public String getAccessKeySecret() {
        return Secret.toString(secretKey);
    }

    /** Always {@link CredentialsScope#SYSTEM}, as that plugin answers. */
    @Override
    public CredentialsScope getScope() {
        return CredentialsScope.SYSTEM;
    }
}
