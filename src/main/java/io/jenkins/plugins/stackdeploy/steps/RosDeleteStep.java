package io.jenkins.plugins.stackdeploy.steps;

import hudson.Extension;
import hudson.Util;
import java.util.List;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code rosDelete}: deletes a ROS stack; one that is not there is no failure. */
public class RosDeleteStep extends RosChangeStep {
    private static final long serialVersionUID = 1;

    private List<String> retainResources;
    private String retainResourcesText;
    private Boolean retainAllResources;
    private String events;
    private Boolean wait;

    /**
     * A step.
     *
     * @param stackName the stack's name
     */
    @DataBoundConstructor
    public RosDeleteStep(String stackName) {
        super(stackName);
    }

    @Override
    RosJob prepare(Preparation preparation) throws StackDeployException {
        return new RosDeletePreparation(this, preparation).prepare();
    }

    /** Logical ids; for scripts. */
    public List<String> getRetainResources() {
        return retainResources;
    }

    @DataBoundSetter
    public void setRetainResources(Object retainResources) {
        this.retainResources = Defaults.list(retainResources);
    }

    /** One logical id a line; for forms. */
    public String getRetainResourcesText() {
        return retainResourcesText;
    }

    @DataBoundSetter
    public void setRetainResourcesText(String retainResourcesText) {
        this.retainResourcesText = Util.fixEmptyAndTrim(retainResourcesText);
    }

    public boolean isRetainAllResources() {
        return Defaults.isOn(retainAllResources);
    }

    @DataBoundSetter
    public void setRetainAllResources(boolean retainAllResources) {
        this.retainAllResources = Defaults.keepOn(retainAllResources);
    }

    public String getEvents() {
        return events;
    }

    @DataBoundSetter
    public void setEvents(String events) {
        this.events = Defaults.unless("changes", events);
    }

    public boolean isWait() {
        return Defaults.onUnlessOff(wait);
    }

    @DataBoundSetter
    public void setWait(boolean wait) {
        this.wait = Defaults.keepOff(wait);
    }

    /** The step's name and form. */
    @Extension
    public static final class DescriptorImpl extends RosStepDescriptor {
        @Override
        public String getFunctionName() {
            return "rosDelete";
        }

        @Override
        public String getDisplayName() {
            return Messages.RosDeleteStep_displayName();
        }
    }
}
