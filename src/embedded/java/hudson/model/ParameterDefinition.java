package hudson.model;

import hudson.ExtensionPoint;
import java.io.Serializable;

/** A parameter that a job declares. */
public abstract class ParameterDefinition implements ExtensionPoint, Serializable {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final String description;

    protected ParameterDefinition(String name, String description) {
        this.name = name;
        this.description = description;
    }

    public String getName() {
        return name;
    }

    public String getDescription() {
        return description;
    }

    /** @return null if there is none */
    public ParameterValue getDefaultParameterValue() {
        return null;
    }
}
