package io.jenkins.plugins.stackdeploy.steps;

import hudson.AbortException;

/** A deployment failed; the message says what and why in one line. No stack trace is printed. */
public class StackDeployException extends AbortException {
    private static final long serialVersionUID = 1;

    /**
     * A failure.
     *
     * @param message one line
     */
    public StackDeployException(String message) {
        super(message);
    }
}
