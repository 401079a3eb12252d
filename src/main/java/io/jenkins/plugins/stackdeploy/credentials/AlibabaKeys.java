package io.jenkins.plugins.stackdeploy.credentials;

import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import io.jenkins.plugins.stackdeploy.ros.AccessKey;

/** AccessKeys out of Jenkins' credentials: username and password, or the types of the alibabacloud-credentials plugin. */
final class AlibabaKeys {
    private AlibabaKeys() {}

    /**
     * The AccessKey that credentials hold.
     *
     * @param found the credentials
     * @return the key
     * @throws IllegalArgumentException when they hold none
     */
    static AccessKey of(StandardCredentials found) {
        if (found instanceof StandardUsernamePasswordCredentials pair) {
            return new AccessKey(pair.getUsername(), pair.getPassword().getPlainText(), null, null);
        }
        return AlibabaPlugin.key(found)
                .orElseThrow(() -> new IllegalArgumentException(Messages.Credentials_noAccessKey(found.getId())));
    }
}
