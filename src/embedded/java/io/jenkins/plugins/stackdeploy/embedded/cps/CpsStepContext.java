package io.jenkins.plugins.stackdeploy.embedded.cps;

import com.cloudbees.groovy.cps.Outcome;
import com.google.common.util.concurrent.ListenableFuture;
import groovy.lang.Closure;
import hudson.model.Result;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.plugins.workflow.steps.BodyInvoker;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/**
 * What a step sees of its build. The answer of a step is not saved: killed before the program went on, the build
 * resumes with the step still at work, and the step has to answer again.
 */
public final class CpsStepContext extends StepContext {
    private static final long serialVersionUID = 1L;

    private final ExecutionHandle handle;
    private final int threadId;
    private final String nodeId;
    private final String functionName;
    private final Integer bodyId;
    private final boolean block;
    private transient Outcome outcome;
    private transient boolean synchronous = true;
    private transient List<CpsBodyInvoker> waitingBodies = new ArrayList<>();

    /** @param body null for a step without one */
    CpsStepContext(CpsThread thread, String functionName, Closure<?> body, boolean block) {
        this.handle = thread.program.handle();
        this.threadId = thread.id;
        this.nodeId = Integer.toString(thread.program.nextId());
        this.functionName = functionName;
        this.bodyId = body == null ? null : thread.program.export(body);
        this.block = block;
    }

    PipelineExecution execution() {
        return handle.execution();
    }

    String nodeId() {
        return nodeId;
    }

    String functionName() {
        return functionName;
    }

    /** @return whether the console shows where the step ends */
    boolean isBlock() {
        return block;
    }

    @Override
    public <T> T get(Class<T> key) throws IOException, InterruptedException {
        CpsThread thread = execution().thread(threadId);
        if (thread == null) {
            throw new IOException("cannot find current thread in " + this);
        }
        return execution().contextLookup().find(key, thread, this);
    }

    @Override
    public void onSuccess(Object result) {
        complete(new Outcome(result, null));
    }

    @Override
    public void onFailure(Throwable t) {
        if (t == null) {
            throw new IllegalArgumentException("a failure needs a cause");
        }
        complete(new Outcome(null, t));
    }

    private synchronized void complete(Outcome answer) {
        if (outcome != null) {
            Throwable earlier = outcome.getAbnormal();
            if (earlier != null && answer.isFailure() && earlier != answer.getAbnormal()) {
                earlier.addSuppressed(answer.getAbnormal());
            }
            return;
        }
        outcome = answer;
        if (synchronous) {
            return;
        }
        Delivery delivery = new Delivery(this, outcome);
        if (execution().isVmThread()) {
            // At once: a save in between would have lost the answer of a body that is over.
            delivery.run();
        } else {
            execution().runInVm(delivery);
        }
    }

    /** Called when the strand has stopped at this step. */
    synchronized void becomeAsynchronous() {
        synchronous = false;
        if (outcome != null) {
            // At once, so that the next save has the answer.
            new Delivery(this, outcome).run();
        }
    }

    synchronized boolean isAnswered() {
        return outcome != null;
    }

    /** Hands the answer to the strand, once no body of the step is at work any more. */
    private static final class Delivery implements Runnable, Serializable {
        private static final long serialVersionUID = 1L;
        private final CpsStepContext context;
        private final Outcome answer;

        Delivery(CpsStepContext context, Outcome answer) {
            this.context = context;
            this.answer = answer;
        }

        @Override
        public void run() {
            CpsThread thread = context.execution().thread(context.threadId);
            if (thread == null) {
                return;
            }
            CpsThread body = thread.program.childOf(thread);
            if (body != null) {
                body.whenOver(this);
                if (answer.isFailure()) {
                    FlowInterruptedException cause = new FlowInterruptedException(Result.FAILURE, false);
                    cause.initCause(answer.getAbnormal());
                    thread.program.innermost(body).forEach(each -> each.stop(cause));
                }
                return;
            }
            context.settled(thread, answer);
        }
    }

    private void settled(CpsThread thread, Outcome answer) {
        if (bodyId != null) {
            thread.program.unexport(bodyId);
        }
        if (block) {
            execution().log().pipeline("// " + functionName);
        }
        thread.setStep(null);
        thread.resume(answer);
        execution().saveAfterAnswer();
    }

    void launchBodies(CpsThread thread) {
        List<CpsBodyInvoker> bodies = new ArrayList<>(waitingBodies);
        waitingBodies.clear();
        bodies.forEach(body -> body.launch(thread));
    }

    /** Runs a body now, or when the strand has stopped at the step. */
    void start(CpsBodyInvoker body) {
        synchronized (this) {
            if (synchronous) {
                waitingBodies.add(body);
                return;
            }
        }
        execution().runInVm(() -> {
            CpsThread thread = execution().thread(threadId);
            if (thread != null) {
                body.launch(thread);
            }
        });
    }

    @Override
    public boolean isReady() {
        return execution().isLoaded();
    }

    @Override
    public ListenableFuture<Void> saveState() {
        return execution().save();
    }

    @Override
    public void setResult(Result r) {
        execution().worsenResult(r);
    }

    @Override
    public boolean hasBody() {
        return bodyId != null;
    }

    @Override
    public BodyInvoker newBodyInvoker() {
        if (bodyId == null) {
            throw new IllegalStateException("There is no body to invoke");
        }
        return new CpsBodyInvoker(this, bodyId, false);
    }

    /** Prepares to run something other than the step's own body; only from the code that starts the step. */
    public BodyInvoker newBodyInvoker(Closure<?> body) {
        return new CpsBodyInvoker(this, CpsThread.current().program.export(body), true);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CpsStepContext that && handle == that.handle && nodeId.equals(that.nodeId);
    }

    @Override
    public int hashCode() {
        return nodeId.hashCode();
    }

    @Override
    public String toString() {
        return "step " + nodeId + ": " + functionName;
    }

    private Object readResolve() {
        // What was saved had stopped at its step: it is not in the middle of being started.
        synchronous = false;
        waitingBodies = new ArrayList<>();
        return this;
    }
}
