package io.jenkins.plugins.stackdeploy.embedded.steps;

import groovy.lang.Closure;
import hudson.AbortException;
import hudson.model.Result;
import hudson.model.TaskListener;
import io.jenkins.plugins.stackdeploy.embedded.cps.CpsStepContext;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import jenkins.model.CauseOfInterruption;
import org.jenkinsci.plugins.workflow.steps.BodyExecution;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** Runs branches side by side; answers when the last one is over. */
final class ParallelExecution extends StepExecution {
    private static final long serialVersionUID = 1L;

    private final transient Map<String, Closure<?>> branches;
    private final boolean failFast;
    private final Map<String, BodyExecution> bodies = new LinkedHashMap<>();
    private final Map<String, Object> results = new HashMap<>();
    private final Map<String, Throwable> failures = new LinkedHashMap<>();

    ParallelExecution(StepContext context, Map<String, Closure<?>> branches, boolean failFast) {
        super(context);
        this.branches = branches;
        this.failFast = failFast;
    }

    @Override
    public boolean start() throws Exception {
        if (branches.isEmpty()) {
            getContext().get(TaskListener.class).getLogger().println("No branches to run");
            getContext().onSuccess(new HashMap<>());
            return true;
        }
        CpsStepContext context = (CpsStepContext) getContext();
        branches.forEach((name, branch) -> bodies.put(
                name,
                context.newBodyInvoker(branch)
                        .withDisplayName("Branch: " + name)
                        .withCallback(new BranchEnd(this, name))
                        .start()));
        return false;
    }

    @Override
    public void stop(Throwable cause) {
        bodies.values().forEach(body -> body.cancel(cause));
    }

    private void succeeded(String branch, Object result) {
        results.put(branch, result);
        answerIfOver();
    }

    private void failed(String branch, Throwable failure) {
        boolean first = failures.isEmpty();
        failures.put(branch, failure);
        try {
            getContext().get(TaskListener.class).getLogger().println("Failed in branch " + branch);
        } catch (IOException e) {
            failure.addSuppressed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (failFast && first) {
            bodies.forEach((name, body) -> {
                if (!name.equals(branch)) {
                    body.cancel(new FlowInterruptedException(Result.ABORTED, true, new FailFast(branch)));
                }
            });
        }
        answerIfOver();
    }

    private void answerIfOver() {
        if (results.size() + failures.size() < bodies.size()) {
            return;
        }
        if (failures.isEmpty()) {
            getContext().onSuccess(new HashMap<>(results));
            return;
        }
        Throwable first = failures.values().iterator().next();
        for (Throwable other : failures.values()) {
            boolean consequence = other instanceof FlowInterruptedException interruption
                    && interruption.getCauses().stream().anyMatch(FailFast.class::isInstance);
            if (other != first && !consequence) {
                first.addSuppressed(other);
            }
        }
        getContext().onFailure(first);
    }

    private static final class BranchEnd extends BodyExecutionCallback {
        private static final long serialVersionUID = 1L;
        private final ParallelExecution parallel;
        private final String branch;

        BranchEnd(ParallelExecution parallel, String branch) {
            this.parallel = parallel;
            this.branch = branch;
        }

        @Override
        public void onSuccess(StepContext context, Object result) {
            parallel.succeeded(branch, result);
        }

        @Override
        public void onFailure(StepContext context, Throwable t) {
            if (t instanceof AbortException) {
                print(context, t);
            }
            parallel.failed(branch, t);
        }

        private void print(StepContext context, Throwable failure) {
            try {
                Failures.print(context, failure);
            } catch (IOException e) {
                failure.addSuppressed(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Says that another branch had failed. */
    static final class FailFast extends CauseOfInterruption {
        private static final long serialVersionUID = 1L;
        private final String branch;

        FailFast(String branch) {
            this.branch = branch;
        }

        @Override
        public String getShortDescription() {
            return "Failed in branch " + branch;
        }
    }
}
