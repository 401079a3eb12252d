package hudson.model;

import hudson.ExtensionPoint;

/** A page at the root of Jenkins for everybody, also for who may not read Jenkins. */
public interface UnprotectedRootAction extends RootAction, ExtensionPoint {}
