package io.jenkins.plugins.stackdeploy.embedded.steps;

import hudson.EnvVars;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code withEnv(['NAME=value']) { }}. */
public final class WithEnvStep extends Step {
    private final List<String> overrides;

    /** @param overrides each of the form {@code NAME=value}; {@code NAME=} removes the variable */
    @DataBoundConstructor
    public WithEnvStep(List<String> overrides) {
        for (String each : overrides) {
            if (each.indexOf('=') <= 0) {
                throw new IllegalArgumentException("withEnv expects NAME=value but received '" + each + "'");
            }
        }
        this.overrides = List.copyOf(overrides);
    }

    public List<String> getOverrides() {
        return overrides;
    }

    @Override
    public StepExecution start(StepContext context) {
        Map<String, String> variables = new LinkedHashMap<>();
        for (String each : overrides) {
            int equals = each.indexOf('=');
            variables.put(each.substring(0, equals), each.substring(equals + 1));
        }
        return StepExecutions.block(
                context,
                (c, body) -> body.withContext(
                        EnvironmentExpander.merge(c.get(EnvironmentExpander.class), new Variables(variables))));
    }

    private static final class Variables extends EnvironmentExpander {
        private static final long serialVersionUID = 1L;
        private final LinkedHashMap<String, String> variables;

        Variables(Map<String, String> variables) {
            this.variables = new LinkedHashMap<>(variables);
        }

        @Override
        public void expand(EnvVars env) {
            env.overrideExpandingAll(variables);
        }
    }

    /** Describes the step. */
    public static final class DescriptorImpl extends BuiltInDescriptor {
        DescriptorImpl() {
            super("withEnv", true);
        }
    }
}
