package hudson.model;

import hudson.ExtensionPoint;

/** A job or folder that can stand at the top of Jenkins. */
public interface TopLevelItem extends Item, ExtensionPoint, Describable<TopLevelItem> {}
