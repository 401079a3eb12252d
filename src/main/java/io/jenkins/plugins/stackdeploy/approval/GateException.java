package io.jenkins.plugins.stackdeploy.approval;

import hudson.AbortException;

/** A gate was not passed, or could not be asked; the message says who or what and why. No stack trace is printed. */
public final class GateException extends AbortException {
    private static final long serialVersionUID = 1;

    GateException(String message) {
        super(message);
    }
}
