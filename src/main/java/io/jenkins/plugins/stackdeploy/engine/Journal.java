package io.jenkins.plugins.stackdeploy.engine;

import java.io.IOException;

/**
 * Keeps what a deployment must not forget in a crash.
 *
 * @param <S> the state that is kept
 */
public interface Journal<S> {
    /**
     * Saves the state durably: when this returns, a crash cannot undo it.
     *
     * @param state what to keep; not held on to
     * @throws IOException when it could not be saved; then nothing that relies on it may be done
     */
    void save(S state) throws IOException;
}
