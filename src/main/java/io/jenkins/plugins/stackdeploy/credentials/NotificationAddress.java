package io.jenkins.plugins.stackdeploy.credentials;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import jenkins.model.JenkinsLocationConfiguration;

/** Where a cloud that notifies reaches this Jenkins, from the address that Jenkins is configured with. */
public final class NotificationAddress {
    /** The first part of the path below the address of Jenkins. */
    public static final String PATH = "stack-deploy-notify";

    /** An address may have as many bytes. Source: ROS API 2019-09-10, CreateStack, NotificationURLs. */
    private static final int MOST = 1_024;

    private static final int LONGEST_TOKEN = 64;
    /** Plain HTTP between processes of one machine, as in a trial with a local cloud, can be overheard by nobody. */
    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

    private NotificationAddress() {}

    /**
     * The address that Jenkins is configured with. Not what Jenkins would guess from a request: a cloud is told by threads
     * that have none.
     *
     * @return null when there is none
     */
    public static String rootUrl() {
        return JenkinsLocationConfiguration.getOrDie().getUrl();
    }

    /**
     * Why no cloud can be asked to notify this Jenkins.
     *
     * @param rootUrl the address of Jenkins; null when it is not configured
     * @return a sentence for people; empty when nothing is in the way that can be seen from here
     */
    public static Optional<String> problem(String rootUrl) {
        if (rootUrl == null || rootUrl.isEmpty()) {
            return Optional.of(Messages.Notification_noAddress());
        }
        if (!isSafe(rootUrl)) {
            return Optional.of(Messages.Notification_notHttps(rootUrl));
        }
        return of(rootUrl, "").length() > MOST - LONGEST_TOKEN
                ? Optional.of(Messages.Notification_tooLong(String.valueOf(MOST)))
                : Optional.empty();
    }

    private static boolean isSafe(String rootUrl) {
        try {
            URI uri = new URI(rootUrl);
            return uri.getHost() != null
                    && rootUrl.equals(uri.toASCIIString())
                    && ("https".equalsIgnoreCase(uri.getScheme())
                            || ("http".equalsIgnoreCase(uri.getScheme()) && THIS_MACHINE.contains(uri.getHost())));
        } catch (URISyntaxException odd) {
            return false;
        }
    }

    /**
     * The address for a token.
     *
     * @param rootUrl an address of Jenkins that has no {@link #problem}
     * @param token at most 64 characters that need no encoding
     * @return a URL
     */
    public static String of(String rootUrl, String token) {
        return (rootUrl.endsWith("/") ? rootUrl : rootUrl + "/") + PATH + "/" + token;
    }
}
