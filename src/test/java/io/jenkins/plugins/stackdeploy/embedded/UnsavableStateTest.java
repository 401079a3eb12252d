package io.jenkins.plugins.stackdeploy.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import hudson.model.TaskListener;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kohsuke.stapler.DataBoundConstructor;

/** A step or a script that keeps what cannot be saved must fail at once, not after the restart that needs it. */
class UnsavableStateTest {
    @TempDir
    Path home;

    @Test
    void stepThatKeepsItsListenerFailsTheBuild() throws Exception {
        try (EmbeddedJenkins jenkins = EmbeddedJenkins.builder(home)
                .extension(new CarelessStep.DescriptorImpl())
                .start()) {
            Pipelines.Ended ended = Pipelines.run(jenkins, "careless()", Map.of());

            assertThat(ended.result()).isEqualTo(Result.FAILURE);
            assertThat(ended.log()).contains("NotSerializableException", "make the field transient");
        }
    }

    @Test
    void scriptThatKeepsAnUnsavableVariableFailsAtTheNextStep() throws Exception {
        Pipelines.Ended ended = Pipelines.run(home, "def t = new Thread(); echo 'x'; echo 'y'");

        assertThat(ended.result()).isEqualTo(Result.FAILURE);
        assertThat(ended.log()).contains("NotSerializableException: java.lang.Thread");
    }

    /** Keeps its listener. */
    public static final class CarelessStep extends Step {
        @DataBoundConstructor
        public CarelessStep() {}

        @Override
        public StepExecution start(StepContext context) throws Exception {
            return new Execution(context, context.get(TaskListener.class));
        }

        private static final class Execution extends StepExecution {
            private static final long serialVersionUID = 1L;
            private final TaskListener listener;

            Execution(StepContext context, TaskListener listener) {
                super(context);
                this.listener = listener;
            }

            @Override
            public boolean start() {
                listener.getLogger().println("waiting");
                return false;
            }
        }

        /** Describes the step. */
        public static final class DescriptorImpl extends StepDescriptor {
            @Override
            public String getFunctionName() {
                return "careless";
            }

            @Override
            public Set<? extends Class<?>> getRequiredContext() {
                return Set.of(TaskListener.class);
            }
        }
    }
}
