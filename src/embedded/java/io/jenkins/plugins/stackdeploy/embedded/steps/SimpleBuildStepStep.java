package io.jenkins.plugins.stackdeploy.embedded.steps;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Run;
import hudson.model.TaskListener;
import jenkins.tasks.SimpleBuildStep;
import org.jenkinsci.plugins.workflow.steps.MissingContextVariableException;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code step([$class: 'ABuilder'])}: runs a build step of the kind that freestyle jobs have. */
public final class SimpleBuildStepStep extends Step {
    private final SimpleBuildStep delegate;

    @DataBoundConstructor
    public SimpleBuildStepStep(SimpleBuildStep delegate) {
        this.delegate = delegate;
    }

    public SimpleBuildStep getDelegate() {
        return delegate;
    }

    @Override
    public StepExecution start(StepContext context) {
        return StepExecutions.synchronousNonBlocking(context, c -> {
            Run<?, ?> run = c.get(Run.class);
            TaskListener listener = c.get(TaskListener.class);
            EnvVars env = c.get(EnvVars.class);
            if (!delegate.requiresWorkspace()) {
                delegate.perform(run, env, listener);
                return null;
            }
            FilePath workspace = c.get(FilePath.class);
            if (workspace == null) {
                throw new MissingContextVariableException(FilePath.class);
            }
            workspace.mkdirs();
            delegate.perform(run, workspace, env, c.get(Launcher.class), listener);
            return null;
        });
    }

    /** Describes the step. */
    public static final class DescriptorImpl extends BuiltInDescriptor {
        DescriptorImpl() {
            super("step", false, TaskListener.class);
        }

        @Override
        public boolean isMetaStep() {
            return true;
        }
    }
}
