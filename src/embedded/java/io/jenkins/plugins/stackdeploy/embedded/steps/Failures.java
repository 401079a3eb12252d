package io.jenkins.plugins.stackdeploy.embedded.steps;

import hudson.AbortException;
import hudson.Functions;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Prints failures that a Pipeline goes on after, as Jenkins prints them. */
final class Failures {
    private Failures() {}

    static void print(StepContext context, Throwable failure) throws IOException, InterruptedException {
        TaskListener listener = context.get(TaskListener.class);
        if (failure instanceof FlowInterruptedException interruption) {
            interruption.handle(context.get(Run.class), listener);
        } else if (failure instanceof AbortException) {
            listener.error(failure.getMessage());
        } else {
            Functions.printStackTrace(failure, listener.error(""));
        }
    }

    static boolean isInterruption(Throwable failure) {
        return failure instanceof FlowInterruptedException interruption && interruption.isActualInterruption();
    }
}
