package org.jenkinsci.plugins.workflow.steps;

import hudson.ExtensionPoint;
import hudson.model.AbstractDescribableImpl;
import jenkins.model.Jenkins;

/** One step of a Pipeline as its author wrote it. */
public abstract class Step extends AbstractDescribableImpl<Step> implements ExtensionPoint {
    /** Makes the execution that does the work; it is started at once. */
    public abstract StepExecution start(StepContext context) throws Exception;

    @Override
    public StepDescriptor getDescriptor() {
        return (StepDescriptor) Jenkins.get().getDescriptorOrDie(getClass());
    }
}
