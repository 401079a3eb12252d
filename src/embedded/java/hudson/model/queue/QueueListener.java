package hudson.model.queue;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.model.Queue;

/** Told of what becomes of builds that wait. */
public abstract class QueueListener implements ExtensionPoint {
    /** A build was started, or taken out. */
    public void onLeft(Queue.LeftItem li) {}

    public static ExtensionList<QueueListener> all() {
        return ExtensionList.lookup(QueueListener.class);
    }
}
