package io.jenkins.plugins.stackdeploy.credentials;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.model.Run;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;

/** Values of secret template parameters out of Jenkins' credentials. */
public final class SecretParameters {
    private SecretParameters() {}

    /**
     * The value that credentials stand for: a secret text, or the password of a username and password.
     *
     * @param parameter the template parameter, for messages
     * @param credentialsId the credentials' id
     * @param run the build; the use is tracked
     * @return the value
     * @throws IllegalArgumentException when there are no such credentials for the build, or of another type
     */
    public static String value(String parameter, String credentialsId, Run<?, ?> run) {
        StandardCredentials found =
                CredentialsProvider.findCredentialById(credentialsId, StandardCredentials.class, run);
        if (found == null) {
            throw new IllegalArgumentException(Messages.Secret_notFound(parameter, credentialsId));
        }
        CredentialsProvider.track(run, found);
        if (found instanceof StringCredentials text) {
            return text.getSecret().getPlainText();
        }
        if (found instanceof StandardUsernamePasswordCredentials pair) {
            return pair.getPassword().getPlainText();
        }
        throw new IllegalArgumentException(Messages.Secret_wrongType(parameter, credentialsId));
    }
}
