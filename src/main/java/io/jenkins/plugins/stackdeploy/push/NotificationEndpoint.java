package io.jenkins.plugins.stackdeploy.push;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.UnprotectedRootAction;
import io.jenkins.plugins.stackdeploy.credentials.NotificationAddress;
import io.jenkins.plugins.stackdeploy.credentials.StackDeployConfiguration;
import java.time.InstantSource;
import java.util.Optional;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/**
 * {@code POST …/stack-deploy-notify/<token>}: a cloud says that a stack has changed. Needs no log-in, since clouds have none;
 * so it does nothing but let the watcher look earlier, and does not even read what was sent. Where notifications are
 * switched off, or nobody waits for the token, there is nothing at the address.
 */
@Extension
public class NotificationEndpoint implements UnprotectedRootAction {
    private static final int DONE = 204;
    private static final int TOO_MANY = 429;

    private final Notifications notifications = new Notifications(InstantSource.system());

    /**
     * A subscription to what is notified of a stack of this Jenkins.
     *
     * @param token the stack's token
     * @return one that has not begun
     */
    public static Subscription subscription(String token) {
        return new Subscription(ExtensionList.lookupSingleton(NotificationEndpoint.class).notifications, token);
    }

    /**
     * The address to name to a cloud.
     *
     * @param token the stack's token
     * @return empty where notifications are switched off, or Jenkins has no address that a cloud could use
     */
    public static Optional<String> address(String token) {
        String rootUrl = NotificationAddress.rootUrl();
        return isOn() && NotificationAddress.problem(rootUrl).isEmpty()
                ? Optional.of(NotificationAddress.of(rootUrl, token))
                : Optional.empty();
    }

    private static boolean isOn() {
        return StackDeployConfiguration.get().isRosNotifications();
    }

    @Override
    public String getIconFileName() {
        return null;
    }

    @Override
    public String getDisplayName() {
        return null;
    }

    @Override
    public String getUrlName() {
        return NotificationAddress.PATH;
    }

    /** Hears a notification; what is left of the path is the token. */
    @POST
    public HttpResponse doDynamic(StaplerRequest2 request) {
        String rest = request.getRestOfPath();
        if (!isOn() || !rest.startsWith("/")) {
            return HttpResponses.notFound();
        }
        return switch (notifications.hear(rest.substring(1))) {
            case HEARD -> HttpResponses.status(DONE);
            case TOO_MANY -> HttpResponses.status(TOO_MANY);
            case UNKNOWN -> HttpResponses.notFound();
        };
    }
}
