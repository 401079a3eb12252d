package io.jenkins.plugins.stackdeploy.cloudformation;

import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Credentials of a session, which may end before they should. */
interface RenewableCredentials extends AwsCredentialsProvider {
    /**
     * AWS said that a session has ended.
     *
     * @param ended the credentials that were used; others may have been taken meanwhile
     * @return true when others may be had by asking again
     */
    boolean renew(AwsCredentials ended);
}
