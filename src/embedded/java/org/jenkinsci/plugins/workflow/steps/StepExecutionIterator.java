package org.jenkinsci.plugins.workflow.steps;

import com.google.common.util.concurrent.ListenableFuture;
import hudson.ExtensionList;
import hudson.ExtensionPoint;
import java.util.function.Consumer;

/** Knows the executions that are at work. */
public abstract class StepExecutionIterator implements ExtensionPoint {
    /** @return done when every execution was looked at */
    public ListenableFuture<?> accept(Consumer<StepExecution> c) {
        throw new AbstractMethodError(getClass() + " knows no executions");
    }

    public static ExtensionList<StepExecutionIterator> all() {
        return ExtensionList.lookup(StepExecutionIterator.class);
    }
}
