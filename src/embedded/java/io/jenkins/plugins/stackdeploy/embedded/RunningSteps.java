package io.jenkins.plugins.stackdeploy.embedded;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import java.util.function.Consumer;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutionIterator;

/** The steps at work in all Pipelines. */
final class RunningSteps extends StepExecutionIterator {
    private final Controller controller;

    RunningSteps(Controller controller) {
        this.controller = controller;
    }

    @Override
    public ListenableFuture<?> accept(Consumer<StepExecution> c) {
        for (PipelineRun run : controller.runningPipelines()) {
            run.execution().currentSteps().forEach(c);
        }
        return Futures.immediateVoidFuture();
    }
}
