package org.jenkinsci.plugins.workflow.steps;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A step at work. It is saved with its build, so what cannot be saved must be transient. */
public abstract class StepExecution implements Serializable {
    private static final long serialVersionUID = 1L;

    private StepContext context;

    protected StepExecution() {}

    protected StepExecution(StepContext context) {
        this.context = context;
    }

    /** @throws IllegalStateException if no context was given to the constructor */
    public StepContext getContext() {
        if (context == null) {
            throw new IllegalStateException("you must pass in a StepContext to the StepExecution constructor");
        }
        return context;
    }

    /** @return whether the step is finished already; if not, it answers through its context later */
    public abstract boolean start() throws Exception;

    /** Called to stop the step, which must then end soon. */
    public void stop(Throwable cause) throws Exception {
        getContext().onFailure(cause);
    }

    /** Called after a restart of Jenkins for a step that was at work. */
    public void onResume() {}

    /** @return what the step is doing just now, or null */
    public String getStatus() {
        return null;
    }

    /** @return whether a restart should wait for this step */
    public boolean blocksRestart() {
        return false;
    }

    /** Looks at every execution of this type in every build that is running. */
    public static <T extends StepExecution> ListenableFuture<?> acceptAll(Class<T> type, Consumer<T> c) {
        return acceptAll(execution -> {
            if (type.isInstance(execution)) {
                c.accept(type.cast(execution));
            }
        });
    }

    /** Looks at every execution in every build that is running. */
    public static ListenableFuture<?> acceptAll(Consumer<StepExecution> c) {
        List<ListenableFuture<?>> all = new ArrayList<>();
        for (StepExecutionIterator iterator : StepExecutionIterator.all()) {
            all.add(iterator.accept(c));
        }
        return Futures.allAsList(all);
    }
}
