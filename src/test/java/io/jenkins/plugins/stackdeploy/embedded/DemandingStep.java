package io.jenkins.plugins.stackdeploy.embedded;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code demanding(...)}: takes arguments of many types and gives back what it got. */
public final class DemandingStep extends Step {
    /** A choice. */
    public enum Mode {
        FAST,
        SLOW
    }

    private final String name;

    @DataBoundSetter
    public int count;

    @DataBoundSetter
    public double ratio;

    @DataBoundSetter
    public List<String> flags = List.of();

    @DataBoundSetter
    public Mode mode;

    @DataBoundSetter
    public Map<String, String> labels = Map.of();

    @DataBoundSetter
    public List<Shape> shapes = List.of();

    @DataBoundConstructor
    public DemandingStep(String name) {
        this.name = name;
    }

    @Override
    public StepExecution start(StepContext context) {
        return StepExecutions.synchronous(
                context,
                c -> "name=" + name + " count=" + count + " ratio=" + ratio + " flags=" + flags + " mode=" + mode
                        + " labels=" + labels + " shapes=" + shapes);
    }

    /** Describes the step. */
    public static final class DescriptorImpl extends StepDescriptor {
        @Override
        public String getFunctionName() {
            return "demanding";
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of();
        }
    }
}
