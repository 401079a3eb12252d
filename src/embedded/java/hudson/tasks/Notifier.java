package hudson.tasks;

import hudson.ExtensionPoint;

/** Tells of the result of a build. */
public abstract class Notifier extends Publisher implements ExtensionPoint {
    protected Notifier() {}
}
