package io.jenkins.plugins.stackdeploy.embedded.steps;

import hudson.Util;
import hudson.model.Result;
import hudson.model.TaskListener;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code catchError { }}. */
public final class CatchErrorStep extends Step {
    private String message;
    private Result buildResult = Result.FAILURE;
    private Result stageResult = Result.SUCCESS;
    private boolean catchInterruptions = true;

    @DataBoundConstructor
    public CatchErrorStep() {}

    public String getMessage() {
        return message;
    }

    @DataBoundSetter
    public void setMessage(String message) {
        this.message = Util.fixEmptyAndTrim(message);
    }

    public Result getBuildResult() {
        return buildResult;
    }

    @DataBoundSetter
    public void setBuildResult(Result buildResult) {
        this.buildResult = Util.fixNull(buildResult, Result.SUCCESS);
    }

    public Result getStageResult() {
        return stageResult;
    }

    /** Without effect: the console does not show the results of stages. */
    @DataBoundSetter
    public void setStageResult(Result stageResult) {
        this.stageResult = stageResult;
    }

    public boolean isCatchInterruptions() {
        return catchInterruptions;
    }

    @DataBoundSetter
    public void setCatchInterruptions(boolean catchInterruptions) {
        this.catchInterruptions = catchInterruptions;
    }

    @Override
    public StepExecution start(StepContext context) {
        return new CatchingBody(context, buildResult, catchInterruptions, message);
    }

    /** Describes the step. */
    public static final class DescriptorImpl extends BuiltInDescriptor {
        DescriptorImpl() {
            super("catchError", true, TaskListener.class);
        }
    }
}
