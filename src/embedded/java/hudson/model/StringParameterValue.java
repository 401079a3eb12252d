package hudson.model;

import hudson.Util;
import java.util.Objects;
import org.kohsuke.stapler.DataBoundConstructor;

/** One line of text. */
public class StringParameterValue extends ParameterValue {
    private static final long serialVersionUID = 1L;

    public String value;

    @DataBoundConstructor
    public StringParameterValue(String name, String value) {
        this(name, value, null);
    }

    public StringParameterValue(String name, String value, String description) {
        super(name, description);
        this.value = Util.fixNull(value);
    }

    @Override
    public String getValue() {
        return value;
    }

    @Override
    public String getShortDescription() {
        return name + '=' + value;
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other) && value.equals(((StringParameterValue) other).value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, value);
    }

    @Override
    public String toString() {
        return "(StringParameterValue) " + getName() + "='" + value + "'";
    }
}
