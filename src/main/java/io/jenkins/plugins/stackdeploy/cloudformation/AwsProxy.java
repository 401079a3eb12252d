package io.jenkins.plugins.stackdeploy.cloudformation;

import java.net.URI;
import java.util.Set;

/**
 * The proxy through which AWS is called. Its text never shows the password.
 *
 * @param address such as {@code http://proxy:3128}
 * @param user the user name; null when the proxy asks for none
 * @param password the password; null when the proxy asks for none
 * @param direct regular expressions of the hosts that are called without it, in lower case
 */
public record AwsProxy(URI address, String user, String password, Set<String> direct) {
    /** Copies the set. */
    public AwsProxy {
        direct = Set.copyOf(direct);
    }

    @Override
    public String toString() {
        return "AwsProxy[" + address + "]";
    }
}
