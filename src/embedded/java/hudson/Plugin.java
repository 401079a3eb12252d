package hudson;

import hudson.model.Saveable;

/** What Jenkins knows of an installed plugin. */
public abstract class Plugin implements Saveable {}
