package io.jenkins.plugins.stackdeploy.steps;

import hudson.Extension;
import hudson.Util;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code stackInstances}: creates and updates instances of a stack set. */
public class StackInstancesStep extends StackSetTargetsStep {
    private static final long serialVersionUID = 1;

    private Map<String, Object> parameterOverrides;
    private String parameterOverridesText;
    private String parameterOverridesFile;
    private List<String> keepOverrides;
    private String keepOverridesText;
    private Boolean resetOverrides;

    /**
     * A step.
     *
     * @param stackSetName the stack set's name
     */
    @DataBoundConstructor
    public StackInstancesStep(String stackSetName) {
        super(stackSetName);
    }

    @Override
    DeployJob prepare(Preparation preparation) throws IOException, InterruptedException {
        return new StackInstancesPreparation(this, preparation).prepare();
    }

    @Override
    boolean readsWorkspace() {
        return parameterOverridesFile != null || Artifact.isNamed(parameterOverridesText) || super.readsWorkspace();
    }

    /** Values by parameter; for scripts. */
    public Map<String, Object> getParameterOverrides() {
        return parameterOverrides;
    }

    @DataBoundSetter
    public void setParameterOverrides(Object parameterOverrides) {
        this.parameterOverrides = Defaults.map(parameterOverrides);
    }

    /** Lines of {@code KEY=VALUE}, or {@code ParameterKey=K,ParameterValue=V}; for forms. */
    public String getParameterOverridesText() {
        return parameterOverridesText;
    }

    @DataBoundSetter
    public void setParameterOverridesText(String parameterOverridesText) {
        this.parameterOverridesText = Util.fixEmptyAndTrim(parameterOverridesText);
    }

    /** A file of the workspace. */
    public String getParameterOverridesFile() {
        return parameterOverridesFile;
    }

    @DataBoundSetter
    public void setParameterOverridesFile(String parameterOverridesFile) {
        this.parameterOverridesFile = Util.fixEmptyAndTrim(parameterOverridesFile);
    }

    /** Parameters whose overrides are kept; for scripts. */
    public List<String> getKeepOverrides() {
        return keepOverrides;
    }

    @DataBoundSetter
    public void setKeepOverrides(Object keepOverrides) {
        this.keepOverrides = Defaults.list(keepOverrides);
    }

    /** The same between commas or on lines of their own; for forms. */
    public String getKeepOverridesText() {
        return keepOverridesText;
    }

    @DataBoundSetter
    public void setKeepOverridesText(String keepOverridesText) {
        this.keepOverridesText = Util.fixEmptyAndTrim(keepOverridesText);
    }

    /** Whether all parameters get the stack set's values again. */
    public boolean isResetOverrides() {
        return Defaults.isOn(resetOverrides);
    }

    @DataBoundSetter
    public void setResetOverrides(boolean resetOverrides) {
        this.resetOverrides = Defaults.keepOn(resetOverrides);
    }

    /** The step's name and form. */
    @Extension
    public static final class DescriptorImpl extends StackSetStepDescriptor {
        @Override
        public String getFunctionName() {
            return "stackInstances";
        }

        @Override
        public String getDisplayName() {
            return Messages.StackInstancesStep_displayName();
        }
    }
}
