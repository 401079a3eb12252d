package io.jenkins.plugins.stackdeploy.embedded.steps;

import hudson.FilePath;
import hudson.model.TaskListener;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code dir('path') { }}. */
public final class DirStep extends Step {
    private final String path;

    @DataBoundConstructor
    public DirStep(String path) {
        this.path = path;
    }

    public String getPath() {
        return path;
    }

    @Override
    public StepExecution start(StepContext context) {
        return StepExecutions.block(context, (c, body) -> {
            FilePath folder = c.get(FilePath.class).child(path);
            c.get(TaskListener.class).getLogger().println("Running in " + folder);
            folder.mkdirs();
            body.withContext(folder);
        });
    }

    /** Describes the step. */
    public static final class DescriptorImpl extends BuiltInDescriptor {
        DescriptorImpl() {
            super("dir", true, FilePath.class, TaskListener.class);
        }

        @Override
        public Set<Class<?>> getProvidedContext() {
            return Set.of(FilePath.class);
        }
    }
}
