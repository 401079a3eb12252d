package io.jenkins.plugins.stackdeploy.credentials;

import com.alibabacloud.credentials.plugin.auth.AlibabaCredentials;
import com.alibabacloud.credentials.plugin.auth.AlibabaSessionTokenCredentials;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import io.jenkins.plugins.stackdeploy.ros.AccessKey;
import java.util.Optional;
import jenkins.model.Jenkins;

/** The types of the alibabacloud-credentials plugin, which need not be installed. */
final class AlibabaPlugin {
    private static final String ID = "alibabacloud-credentials";

    private AlibabaPlugin() {}

    private static boolean isInstalled() {
        return Jenkins.get().getPlugin(ID) != null;
    }

    static boolean isInstance(StandardCredentials credentials) {
        return isInstalled() && Types.isInstance(credentials);
    }

    static Optional<AccessKey> key(StandardCredentials credentials) {
        return isInstance(credentials) ? Optional.of(Types.key(credentials)) : Optional.empty();
    }

    /** Loaded only when the plugin is installed, so that its classes are there. */
    private static final class Types {
        static boolean isInstance(StandardCredentials credentials) {
            return credentials instanceof AlibabaCredentials;
        }

        static AccessKey key(StandardCredentials credentials) {
            AlibabaCredentials found = (AlibabaCredentials) credentials;
            String token = found instanceof AlibabaSessionTokenCredentials session ? session.getSecretToken() : null;
            return new AccessKey(found.getAccessKey(), found.getSecretKey().getPlainText(), token, null);
        }
    }
}
