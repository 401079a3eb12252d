package io.jenkins.plugins.stackdeploy.embedded.cps;

import com.cloudbees.groovy.cps.Continuable;
import com.cloudbees.groovy.cps.Continuation;
import com.cloudbees.groovy.cps.Next;
import com.cloudbees.groovy.cps.Outcome;
import com.cloudbees.groovy.cps.impl.CpsCallableInvocation;
import com.cloudbees.groovy.cps.impl.FunctionCallEnv;
import com.cloudbees.groovy.cps.impl.TryBlockEnv;
import com.cloudbees.groovy.cps.sandbox.Invoker;
import groovy.lang.Closure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jenkinsci.plugins.workflow.steps.BodyExecution;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** One run of a body. */
final class CpsBodyExecution extends BodyExecution {
    private static final long serialVersionUID = 1L;

    private final CpsStepContext context;
    private final List<BodyExecutionCallback> callbacks;
    private final Integer bodyToForget;
    private CpsThread thread;
    private Throwable stopped;
    private Outcome outcome;

    /** @param bodyToForget the body to forget when it is over; null to keep it for another run */
    CpsBodyExecution(CpsStepContext context, List<BodyExecutionCallback> callbacks, Integer bodyToForget) {
        this.context = context;
        this.callbacks = new ArrayList<>(callbacks);
        this.bodyToForget = bodyToForget;
    }

    void launch(CpsThread caller, Closure<?> body, ContextVariables variables) {
        callbacks.forEach(callback -> callback.onStart(context));
        try {
            Object value = body.call();
            over(new Outcome(value, null));
        } catch (CpsCallableInvocation invocation) {
            CpsThread strand = caller.program.addThread(continuable(invocation), caller, variables);
            synchronized (this) {
                thread = strand;
                strand.resume(new Outcome(null, stopped));
            }
        } catch (Exception e) {
            over(new Outcome(null, e));
        }
    }

    private Continuable continuable(CpsCallableInvocation invocation) {
        Ending success = new Ending(this, false);
        FunctionCallEnv caller = new FunctionCallEnv(null, success, null, null);
        caller.setInvoker(Invoker.INSTANCE);
        TryBlockEnv env = new TryBlockEnv(caller, null);
        env.addHandler(Throwable.class, new Ending(this, true));
        return new Continuable(invocation.invoke(env, null, success));
    }

    /** Where the body's code goes when it returns or throws. */
    private static final class Ending implements Continuation {
        // Not a record: it is part of a cycle, and a record in a cycle is read back without its parts.
        private static final long serialVersionUID = 1L;
        private final CpsBodyExecution body;
        private final boolean failed;

        Ending(CpsBodyExecution body, boolean failed) {
            this.body = body;
            this.failed = failed;
        }

        @Override
        public Next receive(Object value) {
            body.over(failed ? new Outcome(null, (Throwable) value) : new Outcome(value, null));
            return Next.terminate(null);
        }
    }

    private void over(Outcome result) {
        synchronized (this) {
            outcome = result;
            notifyAll();
        }
        PipelineExecution execution = context.execution();
        if (bodyToForget != null) {
            execution.program().unexport(bodyToForget);
        }
        execution.log().pipeline("}");
        for (BodyExecutionCallback callback : callbacks) {
            if (result.isSuccess()) {
                callback.onSuccess(context, result.getNormal());
            } else {
                callback.onFailure(context, result.getAbnormal());
            }
        }
    }

    @Override
    public Collection<StepExecution> getCurrentExecutions() {
        CpsThread strand = thread;
        List<StepExecution> found = new ArrayList<>();
        if (strand != null) {
            for (CpsThread each : strand.program.innermost(strand)) {
                if (each.step() != null) {
                    found.add(each.step());
                }
            }
        }
        return found;
    }

    @Override
    public boolean cancel(Throwable cause) {
        synchronized (this) {
            if (isDone()) {
                return false;
            }
            stopped = cause;
        }
        context.execution().runInVm(() -> {
            if (thread != null && !isDone()) {
                thread.program.innermost(thread).forEach(each -> each.stop(cause));
            }
        });
        return true;
    }

    @Override
    public synchronized boolean isCancelled() {
        return stopped != null && isDone();
    }

    @Override
    public synchronized boolean isDone() {
        return outcome != null;
    }

    @Override
    public synchronized Object get() throws InterruptedException, ExecutionException {
        while (outcome == null) {
            wait();
        }
        return value();
    }

    @Override
    public synchronized Object get(long timeout, TimeUnit unit)
            throws InterruptedException, ExecutionException, TimeoutException {
        long end = System.nanoTime() + unit.toNanos(timeout);
        while (outcome == null) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                throw new TimeoutException();
            }
            wait(left);
        }
        return value();
    }

    private Object value() throws ExecutionException {
        if (outcome.isFailure()) {
            throw new ExecutionException(outcome.getAbnormal());
        }
        return outcome.getNormal();
    }
}
