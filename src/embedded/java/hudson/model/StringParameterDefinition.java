package hudson.model;

/** A parameter that is one line of text. */
public class StringParameterDefinition extends SimpleParameterDefinition {
    private static final long serialVersionUID = 1L;

    private final String defaultValue;

    public StringParameterDefinition(String name, String defaultValue) {
        super(name, null);
        this.defaultValue = defaultValue;
    }

    @Override
    public ParameterValue createValue(String value) {
        return new StringParameterValue(getName(), value, getDescription());
    }

    @Override
    public StringParameterValue getDefaultParameterValue() {
        return new StringParameterValue(getName(), defaultValue, getDescription());
    }
}
