package com.cloudbees.jenkins.plugins.awscredentials;

import com.cloudbees.plugins.credentials.common.StandardCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Credentials of AWS as the aws-credentials plugin keeps them. */
public interface AmazonWebServicesCredentials extends StandardCredentials, AwsCredentialsProvider {
    /** @return the access key's id and the role, if there is one */
    String getDisplayName();
}
