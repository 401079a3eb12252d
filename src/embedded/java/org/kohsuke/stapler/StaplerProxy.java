package org.kohsuke.stapler;

/** Lets another object answer, or nobody: whoever may not see anything here gets an exception. */
public interface StaplerProxy {
    Object getTarget();
}
