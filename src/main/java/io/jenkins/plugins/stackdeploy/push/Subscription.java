package io.jenkins.plugins.stackdeploy.push;

import io.jenkins.plugins.stackdeploy.engine.Wait;
import io.jenkins.plugins.stackdeploy.engine.Watcher;
import java.lang.ref.WeakReference;

/** That a wait looks earlier when its stack is notified of, from {@link #begin} to {@link #end}. */
public final class Subscription {
    private final Notifications notifications;
    private final String token;
    /** The watcher holds on to what it watches: a wait that it is never given is forgotten here as well. */
    private volatile WeakReference<Wait> wait = new WeakReference<>(null);

    private volatile Watcher watcher;

    Subscription(Notifications notifications, String token) {
        this.notifications = notifications;
        this.token = token;
    }

    /**
     * Begins.
     *
     * @param waiting what is or will be watched
     * @param by who gives it its turns
     */
    public void begin(Wait waiting, Watcher by) {
        wait = new WeakReference<>(waiting);
        watcher = by;
        notifications.add(token, this);
    }

    /** Ends; also one that never began. */
    public void end() {
        notifications.remove(token, this);
    }

    boolean isForgotten() {
        return wait.refersTo(null);
    }

    void wake() {
        Wait waiting = wait.get();
        if (waiting != null) {
            watcher.wake(waiting);
        }
    }
}
