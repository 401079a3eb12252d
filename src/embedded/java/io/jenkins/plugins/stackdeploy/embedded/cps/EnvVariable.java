package io.jenkins.plugins.stackdeploy.embedded.cps;

import groovy.lang.GroovyObjectSupport;
import hudson.EnvVars;
import java.io.IOException;
import java.io.Serializable;
import java.util.Map;

/** {@code env}: the variables at this place of the script. */
public final class EnvVariable extends GroovyObjectSupport implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ExecutionHandle handle;

    EnvVariable(ExecutionHandle handle) {
        this.handle = handle;
    }

    /** @return null if there is no such variable */
    @Override
    public String getProperty(String name) {
        return environment().get(name);
    }

    /** @param value null removes what the script set before */
    @Override
    public void setProperty(String name, Object value) {
        Map<String, String> own = handle.execution().program().environment();
        if (value == null) {
            own.remove(name);
        } else {
            own.put(name, value.toString());
        }
    }

    /** All variables, for {@code env.getEnvironment()}. */
    public Map<String, String> getEnvironment() {
        return environment();
    }

    private EnvVars environment() {
        try {
            return handle.execution().contextLookup().environment(CpsThread.current());
        } catch (IOException e) {
            throw new IllegalStateException("the environment cannot be put together", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while putting the environment together", e);
        }
    }
}
