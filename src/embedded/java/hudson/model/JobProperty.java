package hudson.model;

import hudson.ExtensionPoint;

/** A part of a job's configuration. */
public abstract class JobProperty<J extends Job<?, ?>> implements ExtensionPoint {}
