package io.jenkins.plugins.stackdeploy.embedded.steps;

import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;

/** The descriptor of one of the runner's own steps; nested in the step. */
abstract class BuiltInDescriptor extends StepDescriptor {
    private final String functionName;
    private final boolean block;
    private final Set<Class<?>> required;

    /** @param required what must be around the step */
    BuiltInDescriptor(String functionName, boolean block, Class<?>... required) {
        this.functionName = functionName;
        this.block = block;
        this.required = Set.of(required);
    }

    @Override
    public String getFunctionName() {
        return functionName;
    }

    @Override
    public boolean takesImplicitBlockArgument() {
        return block;
    }

    @Override
    public Set<Class<?>> getRequiredContext() {
        return required;
    }
}
