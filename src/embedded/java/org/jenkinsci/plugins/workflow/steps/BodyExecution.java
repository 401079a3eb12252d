package org.jenkinsci.plugins.workflow.steps;

import hudson.model.Result;
import java.io.Serializable;
import java.util.Collection;
import java.util.concurrent.Future;
import jenkins.model.CauseOfInterruption;

/** A step's body at work. */
public abstract class BodyExecution implements Future<Object>, Serializable {
    private static final long serialVersionUID = 1L;

    /** @return the steps at work in the body */
    public abstract Collection<StepExecution> getCurrentExecutions();

    /** @return false if the body is over already */
    public boolean cancel(CauseOfInterruption... causes) {
        return cancel(new FlowInterruptedException(Result.ABORTED, true, causes));
    }

    /** @return false if the body is over already */
    public boolean cancel(Throwable t) {
        throw new UnsupportedOperationException(getClass() + " cannot be cancelled");
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        return cancel(new CauseOfInterruption[0]);
    }
}
