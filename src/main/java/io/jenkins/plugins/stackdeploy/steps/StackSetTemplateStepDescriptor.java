package io.jenkins.plugins.stackdeploy.steps;

import hudson.model.Item;
import hudson.util.ListBoxModel;
import net.sf.json.JSONObject;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/** What the forms of the steps need that deploy a template to a stack set, or plan to. */
public abstract class StackSetTemplateStepDescriptor extends StackSetStepDescriptor {
    /** Otherwise saving a form would switch managed execution. */
    @Override
    public Step newInstance(StaplerRequest2 req, JSONObject formData) throws FormException {
        dropUnlessTicked(formData, "changesManagedExecution", "managedExecution");
        return super.newInstance(req, formData);
    }

    /** Where the permissions in target accounts come from. */
    @POST
    public ListBoxModel doFillPermissionModelItems(@AncestorInPath Item item) {
        ListBoxModel choices = new ListBoxModel();
        choices.add(Messages.Form_leaveAsItIs(), "");
        choices.add(Messages.Form_selfManaged(), "SELF_MANAGED");
        choices.add(Messages.Form_serviceManaged(), "SERVICE_MANAGED");
        return choices;
    }

    /** Whether accounts that join get the stack by themselves. */
    @POST
    public ListBoxModel doFillOrganizationsAutoDeploymentItems(@AncestorInPath Item item) {
        ListBoxModel choices = new ListBoxModel();
        choices.add(Messages.Form_leaveAsItIs(), "");
        choices.add(Messages.Form_automaticDisabled(), "Disabled");
        choices.add(Messages.Form_automaticEnabled(), "Enabled");
        choices.add(Messages.Form_automaticRetaining(), "EnabledWithStackRetention");
        return choices;
    }
}
