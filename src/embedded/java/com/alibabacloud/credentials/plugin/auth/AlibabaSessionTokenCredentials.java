package com.alibabacloud.credentials.plugin.auth;

import com.cloudbees.plugins.credentials.CredentialsScope;

/** A temporary access key as the alibabacloud-credentials plugin keeps it. */
public class AlibabaSessionTokenCredentials extends AlibabaCredentials {
    private static final long serialVersionUID = 1L;

    private String secretToken;

    public AlibabaSessionTokenCredentials(String accessKey, String secretKey, String securityToken) {
        super(CredentialsScope.GLOBAL, null, accessKey, secretKey, "");
        this.secretToken = securityToken;
    }

    /** @return the token that goes with the key */
    public String getSecretToken() {
        return secretToken;
    }

    public void setSecretToken(String secretToken) {
        this.secretToken = secretToken;
    }
}
