package io.jenkins.plugins.stackdeploy.embedded.cps;

import groovy.lang.GroovyObjectSupport;
import hudson.model.ParameterValue;
import hudson.model.ParametersAction;
import hudson.util.Secret;
import java.io.Serializable;

/** {@code params}: the parameters that the build was started with. */
public final class ParamsVariable extends GroovyObjectSupport implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ExecutionHandle handle;

    ParamsVariable(ExecutionHandle handle) {
        this.handle = handle;
    }

    /** @return null if there is no such parameter */
    @Override
    public Object getProperty(String name) {
        return value(name);
    }

    Object value(String name) {
        ParametersAction action = handle.execution().owner().run().getAction(ParametersAction.class);
        ParameterValue parameter = action == null ? null : action.getParameter(name);
        if (parameter == null) {
            return null;
        }
        return parameter.getValue() instanceof Secret secret ? secret.getPlainText() : parameter.getValue();
    }
}
