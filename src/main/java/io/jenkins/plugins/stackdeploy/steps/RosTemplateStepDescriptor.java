package io.jenkins.plugins.stackdeploy.steps;

import net.sf.json.JSONObject;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.kohsuke.stapler.StaplerRequest2;

/** What the forms of the steps need that deploy a template to a ROS stack, or plan to. */
public abstract class RosTemplateStepDescriptor extends RosStepDescriptor {
    /** Otherwise saving a form would protect the stack from deletion. */
    @Override
    public Step newInstance(StaplerRequest2 req, JSONObject formData) throws FormException {
        dropUnlessTicked(formData, "changesDeletionProtection", "deletionProtection");
        return super.newInstance(req, formData);
    }
}
