package io.jenkins.plugins.stackdeploy.ros;

/** The controller dies. Nothing catches it. */
final class Crash extends Error {
    private static final long serialVersionUID = 1;

    Crash(int boundary) {
        super("at boundary " + boundary);
    }
}
