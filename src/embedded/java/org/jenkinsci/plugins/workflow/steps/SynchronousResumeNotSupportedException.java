package org.jenkinsci.plugins.workflow.steps;

/** Says that a step cannot go on after a restart. */
public class SynchronousResumeNotSupportedException extends Exception {
    private static final long serialVersionUID = 1L;

    public SynchronousResumeNotSupportedException() {
        this(null);
    }

    public SynchronousResumeNotSupportedException(StepContext context) {
        super("The Pipeline step cannot be resumed after a controller restart.");
    }
}
