package io.jenkins.plugins.stackdeploy.approval;

import hudson.Extension;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import java.io.Serializable;
import java.util.Map;
import org.jenkinsci.plugins.structs.describable.CustomDescribableModel;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** A value that approvers fill in, as a script or a form has it. */
public class GateParameterArgument extends AbstractDescribableImpl<GateParameterArgument> implements Serializable {
    private static final long serialVersionUID = 1;

    private final String name;
    private String description;
    private String defaultValue;
    private String choices;

    /**
     * A parameter.
     *
     * @param name unique in its gate
     */
    @DataBoundConstructor
    public GateParameterArgument(String name) {
        this.name = Util.fixEmptyAndTrim(name);
    }

    /** The name; null if none was given. */
    public String getName() {
        return name;
    }

    /** What to fill in; null for nothing. */
    public String getDescription() {
        return description;
    }

    @DataBoundSetter
    public void setDescription(String description) {
        this.description = Util.fixEmptyAndTrim(description);
    }

    /** What holds when nothing is filled in; null when something must be. */
    public String getDefaultValue() {
        return defaultValue;
    }

    @DataBoundSetter
    public void setDefaultValue(String defaultValue) {
        this.defaultValue = Util.fixEmpty(defaultValue);
    }

    /** The values that are allowed, one a line; null when all are. */
    public String getChoices() {
        return choices;
    }

    @DataBoundSetter
    public void setChoices(String choices) {
        this.choices = Util.fixEmptyAndTrim(choices);
    }

    /** The parameter's form. */
    @Extension
    public static final class DescriptorImpl extends Descriptor<GateParameterArgument>
            implements CustomDescribableModel {
        @Override
        public String getDisplayName() {
            return Messages.GateParameterArgument_displayName();
        }

        @Override
        public Map<String, Object> customInstantiate(Map<String, Object> arguments) {
            return Arguments.read(
                    "parameters",
                    GateParameterArgument.class,
                    arguments,
                    Map.of("choices", Lines::text, "defaultValue", String::valueOf));
        }
    }
}
