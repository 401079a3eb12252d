package io.jenkins.plugins.stackdeploy.embedded.steps;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.TaskListener;
import io.jenkins.plugins.stackdeploy.embedded.cps.PipelineExecution;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code node { }}: the only agent there is has every label and room for every build. */
public final class NodeStep extends Step {
    private String label;

    @DataBoundConstructor
    public NodeStep() {}

    public String getLabel() {
        return label;
    }

    /** @param label any; null for none in particular */
    @DataBoundSetter
    public void setLabel(String label) {
        this.label = label;
    }

    @Override
    public StepExecution start(StepContext context) {
        return new Execution(context, label);
    }

    private static final class Execution extends StepExecution {
        private static final long serialVersionUID = 1L;
        private final String label;
        private String workspace;

        Execution(StepContext context, String label) {
            super(context);
            this.label = label;
        }

        @Override
        public boolean start() throws Exception {
            Path folder = getContext().get(PipelineExecution.class).allocateWorkspace();
            Files.createDirectories(folder);
            workspace = folder.toString();
            getContext().get(TaskListener.class).getLogger().println("Running on Jenkins in " + workspace);
            EnvVars env = new EnvVars();
            env.put("NODE_NAME", "built-in");
            env.put("NODE_LABELS", label == null ? "built-in" : "built-in " + label);
            env.put("EXECUTOR_NUMBER", "0");
            env.put("WORKSPACE", workspace);
            env.put("WORKSPACE_TMP", workspace + "@tmp");
            getContext()
                    .newBodyInvoker()
                    .withContexts(env, new FilePath(folder.toFile()))
                    .withCallback(new Release(this))
                    .start();
            return false;
        }

        @Override
        public void onResume() {
            execution().reclaimWorkspace(Path.of(workspace));
        }

        private PipelineExecution execution() {
            try {
                return getContext().get(PipelineExecution.class);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private static final class Release extends BodyExecutionCallback.TailCall {
        private static final long serialVersionUID = 1L;
        private final Execution node;

        Release(Execution node) {
            this.node = node;
        }

        @Override
        protected void finished(StepContext context) {
            node.execution().releaseWorkspace(Path.of(node.workspace));
        }
    }

    /** Describes the step. */
    public static final class DescriptorImpl extends BuiltInDescriptor {
        DescriptorImpl() {
            super("node", true, TaskListener.class);
        }

        @Override
        public Set<Class<?>> getProvidedContext() {
            return Set.of(FilePath.class, EnvVars.class, Launcher.class);
        }
    }
}
