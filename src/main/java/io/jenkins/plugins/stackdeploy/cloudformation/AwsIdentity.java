package io.jenkins.plugins.stackdeploy.cloudformation;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

/**
 * As whom AWS is called, before a role is taken on. Two that are equal are the same to AWS.
 *
 * @param name what stands for it where calls are counted, such as the access key's id; never a secret
 * @param provider answers the credentials; not to be closed
 */
public record AwsIdentity(String name, AwsCredentialsProvider provider) {
    /** A lasting access key. Its text never shows the secret. */
    private record Key(AwsCredentials credentials) implements AwsCredentialsProvider {
        @Override
        public AwsCredentials resolveCredentials() {
            return credentials;
        }
    }

    /** Made when it is first needed: it looks around in the environment. */
    private static final class Environment {
        private static final DefaultCredentialsProvider CHAIN =
                DefaultCredentialsProvider.builder().build();

        /** Not the chain itself, which a client that is closed would close. */
        static final AwsIdentity IDENTITY = new AwsIdentity("default", CHAIN::resolveCredentials);
    }

    /**
     * A lasting access key.
     *
     * @param id the access key's id, not blank
     * @param secret the secret access key, not blank
     * @return the identity
     */
    public static AwsIdentity ofKey(String id, String secret) {
        return new AwsIdentity(id, new Key(AwsBasicCredentials.create(id, secret)));
    }

    /**
     * Whatever the environment of this process offers: variables, files, the role of its machine or container.
     *
     * @return always the same
     */
    public static AwsIdentity ofEnvironment() {
        return Environment.IDENTITY;
    }

    @Override
    public String toString() {
        return "AwsIdentity[" + name + "]";
    }
}
