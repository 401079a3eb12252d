package io.jenkins.plugins.stackdeploy.embedded.steps;

import hudson.AbortException;
import hudson.FilePath;
import hudson.model.TaskListener;
import io.jenkins.plugins.stackdeploy.embedded.cps.PipelineExecution;
import io.jenkins.plugins.stackdeploy.embedded.cps.Scm;
import java.nio.file.Path;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code checkout scm}: copies the sources that the job was created with. */
public final class CheckoutStep extends Step {
    private final Scm scm;

    @DataBoundConstructor
    public CheckoutStep(Scm scm) {
        this.scm = scm;
    }

    public Scm getScm() {
        return scm;
    }

    @Override
    public StepExecution start(StepContext context) {
        return StepExecutions.synchronousVoid(context, c -> {
            Path source = c.get(PipelineExecution.class).workspaceSource();
            if (source == null) {
                throw new AbortException("there are no sources to check out");
            }
            c.get(TaskListener.class).getLogger().println("Copying " + source);
            Sources.copy(source, Path.of(c.get(FilePath.class).getRemote()));
        });
    }

    /** Describes the step. */
    public static final class DescriptorImpl extends BuiltInDescriptor {
        DescriptorImpl() {
            super("checkout", false, FilePath.class, TaskListener.class);
        }
    }
}
