package org.jenkinsci.plugins.workflow.steps;

import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.ListenableFuture;
import hudson.model.Result;
import java.io.IOException;
import java.io.Serializable;

/** What a step can see of its build, and how it answers. */
public abstract class StepContext implements FutureCallback<Object>, Serializable {
    private static final long serialVersionUID = 1L;

    /** @return the nearest object of this type around the step, or null */
    public abstract <T> T get(Class<T> key) throws IOException, InterruptedException;

    /** Ends the step with a value. */
    @Override
    public abstract void onSuccess(Object result);

    /** @return whether the build is loaded, so that answers reach it */
    public abstract boolean isReady();

    /** Saves the build with the step's present state. @return done when that is on the disk */
    public abstract ListenableFuture<Void> saveState();

    /** Worsens the build's result. */
    public abstract void setResult(Result r);

    /** @throws IllegalStateException if the step was called without a body */
    public abstract BodyInvoker newBodyInvoker() throws IllegalStateException;

    public boolean hasBody() {
        try {
            newBodyInvoker();
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    @Override
    public abstract boolean equals(Object o);

    @Override
    public abstract int hashCode();
}
