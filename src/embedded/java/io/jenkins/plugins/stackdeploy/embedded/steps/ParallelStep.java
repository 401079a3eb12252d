package io.jenkins.plugins.stackdeploy.embedded.steps;

import groovy.lang.Closure;
import hudson.model.TaskListener;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** {@code parallel a: { }, b: { }, failFast: true}. */
public final class ParallelStep extends Step {
    private static final String FAIL_FAST = "failFast";

    private final Map<String, Closure<?>> branches;
    private final boolean failFast;

    private ParallelStep(Map<String, Closure<?>> branches, boolean failFast) {
        this.branches = branches;
        this.failFast = failFast;
    }

    @Override
    public StepExecution start(StepContext context) {
        return new ParallelExecution(context, branches, failFast);
    }

    /** Describes the step, whose arguments are the branches. */
    public static final class DescriptorImpl extends BuiltInDescriptor {
        DescriptorImpl() {
            super("parallel", false, TaskListener.class);
        }

        @Override
        public Step newInstance(Map<String, Object> arguments) {
            Map<String, Closure<?>> branches = new LinkedHashMap<>();
            boolean failFast = false;
            for (Map.Entry<String, Object> each : arguments.entrySet()) {
                if (each.getValue() instanceof Closure<?> branch) {
                    branches.put(each.getKey(), branch);
                } else if (each.getKey().equals(FAIL_FAST) && each.getValue() instanceof Boolean flag) {
                    failFast = flag;
                } else {
                    throw new IllegalArgumentException(
                            "Expected a closure but found " + each.getKey() + "=" + each.getValue());
                }
            }
            return new ParallelStep(branches, failFast);
        }
    }
}
