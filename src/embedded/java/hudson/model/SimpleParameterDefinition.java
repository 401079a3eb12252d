package hudson.model;

/** A parameter whose values can be written as text. */
public abstract class SimpleParameterDefinition extends ParameterDefinition {
    private static final long serialVersionUID = 1L;

    protected SimpleParameterDefinition(String name, String description) {
        super(name, description);
    }

    /** @throws IllegalArgumentException if the text is no value of this parameter */
    public abstract ParameterValue createValue(String value);
}
