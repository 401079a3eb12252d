package io.jenkins.plugins.stackdeploy.embedded.steps;

import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** Runs a body and goes on after it even if it fails. */
final class CatchingBody extends StepExecution {
    private static final long serialVersionUID = 1L;

    private final Result buildResult;
    private final boolean catchInterruptions;
    private final String message;

    /** @param message printed if the body fails; null for none */
    CatchingBody(StepContext context, Result buildResult, boolean catchInterruptions, String message) {
        super(context);
        this.buildResult = buildResult;
        this.catchInterruptions = catchInterruptions;
        this.message = message;
    }

    @Override
    public boolean start() throws Exception {
        getContext().newBodyInvoker().withCallback(new Catch(this)).start();
        return false;
    }

    private static final class Catch extends BodyExecutionCallback {
        private static final long serialVersionUID = 1L;
        private final CatchingBody step;

        Catch(CatchingBody step) {
            this.step = step;
        }

        @Override
        public void onSuccess(StepContext context, Object result) {
            context.onSuccess(result);
        }

        @Override
        public void onFailure(StepContext context, Throwable t) {
            if (!step.catchInterruptions && Failures.isInterruption(t)) {
                context.onFailure(t);
                return;
            }
            try {
                if (step.message != null) {
                    context.get(TaskListener.class).getLogger().println(step.message);
                }
                Failures.print(context, t);
                context.get(Run.class).setResult(step.buildResult);
                context.onSuccess(null);
            } catch (Exception e) {
                e.addSuppressed(t);
                context.onFailure(e);
            }
        }
    }
}
