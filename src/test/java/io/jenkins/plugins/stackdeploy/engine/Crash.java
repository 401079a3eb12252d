package io.jenkins.plugins.stackdeploy.engine;

/** The controller dies. Nothing catches it. */
public final class Crash extends Error {
    private static final long serialVersionUID = 1;

    Crash(int boundary) {
        super("at boundary " + boundary);
    }
}
