package io.jenkins.plugins.stackdeploy.kills;

/** The controller dies. Nothing catches it but the test. */
public final class Crash extends Error {
    private static final long serialVersionUID = 1;

    Crash(Kill kill) {
        super(kill.toString());
    }
}
