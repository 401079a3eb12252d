package hudson.model;

import hudson.EnvVars;
import java.io.Serializable;
import java.util.Objects;

/** The value of one build parameter. */
public abstract class ParameterValue implements Serializable {
    private static final long serialVersionUID = 1L;

    protected final String name;
    private String description;

    protected ParameterValue(String name, String description) {
        this.name = Objects.requireNonNull(name, "name");
        this.description = description;
    }

    protected ParameterValue(String name) {
        this(name, null);
    }

    public final String getName() {
        return name;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }

    /** @return null if the value is not to be shown */
    public Object getValue() {
        return null;
    }

    /** @return whether the value must not appear in logs or pages */
    public boolean isSensitive() {
        return false;
    }

    /** Adds this parameter to a build's variables. */
    public void buildEnvironment(Run<?, ?> build, EnvVars env) {
        Object value = getValue();
        if (value != null) {
            env.put(name, value.toString());
        }
    }

    public String getShortDescription() {
        return name;
    }

    @Override
    public boolean equals(Object other) {
        return other != null && getClass() == other.getClass() && name.equals(((ParameterValue) other).name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
