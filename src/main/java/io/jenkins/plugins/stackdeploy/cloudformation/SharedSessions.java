package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.engine.Budgets;
import java.util.HashMap;
import java.util.Map;

/** The sessions of a controller: one for all users of equal settings, closed with the last of them. */
public final class SharedSessions {
    private static final class Shared {
        final AwsSession session;
        int users;

        Shared(AwsSession session) {
            this.session = session;
        }
    }

    private final Map<AwsSettings, Shared> sessions = new HashMap<>();
    private final HttpPools pools = new HttpPools();

    /**
     * Access with some settings. Nothing is called yet.
     *
     * @param settings how AWS is reached
     * @param budgets the controller's call budgets
     * @return the access, to be closed
     */
    public synchronized AwsAccess access(AwsSettings settings, Budgets budgets) {
        Shared shared = sessions.computeIfAbsent(settings, any -> new Shared(new AwsSession(settings, pools)));
        shared.users++;
        return new AwsAccess(shared.session, budgets, () -> leave(settings));
    }

    /**
     * How many sessions are open.
     *
     * @return 0 or more
     */
    public synchronized int size() {
        return sessions.size();
    }

    /** How many pools of connections the sessions have. */
    int pools() {
        return pools.size();
    }

    private synchronized void leave(AwsSettings settings) {
        Shared shared = sessions.get(settings);
        if (--shared.users == 0) {
            sessions.remove(settings);
            shared.session.close();
        }
    }
}
