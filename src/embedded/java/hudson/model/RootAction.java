package hudson.model;

import hudson.ExtensionPoint;

/** A page at the root of Jenkins, for who may read Jenkins. */
public interface RootAction extends Action, ExtensionPoint {}
