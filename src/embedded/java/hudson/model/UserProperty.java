package hudson.model;

import hudson.ExtensionPoint;

/** What a user has set for themselves. */
public abstract class UserProperty implements ExtensionPoint {}
