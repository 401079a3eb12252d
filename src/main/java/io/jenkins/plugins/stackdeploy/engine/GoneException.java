package io.jenkins.plugins.stackdeploy.engine;

import java.io.IOException;

/** What a deployment belongs to was deleted, and the place where its state was kept with it: nobody waits for it any more. */
public final class GoneException extends IOException {
    private static final long serialVersionUID = 1;

    /**
     * Says what is gone.
     *
     * @param message for people
     */
    public GoneException(String message) {
        super(message);
    }
}
