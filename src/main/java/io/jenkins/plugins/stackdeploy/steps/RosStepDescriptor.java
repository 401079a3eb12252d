package io.jenkins.plugins.stackdeploy.steps;

import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.stackdeploy.credentials.AlibabaConnection;
import io.jenkins.plugins.stackdeploy.credentials.CloudConnection;
import io.jenkins.plugins.stackdeploy.credentials.CredentialChoices;
import io.jenkins.plugins.stackdeploy.credentials.RegionChoices;
import java.util.List;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** What the forms of all steps on a ROS stack need. */
public abstract class RosStepDescriptor extends DeployStepDescriptor {
    @Override
    String subjectArgument() {
        return "stackName";
    }

    @Override
    boolean isOurs(CloudConnection connection) {
        return connection instanceof AlibabaConnection;
    }

    @Override
    List<String> regions(String connection) {
        return RegionChoices.of(connection, DeployService.get().reading());
    }

    /** Credentials with an AccessKey. */
    @POST
    public ListBoxModel doFillCredentialsIdItems(@AncestorInPath Item item, @QueryParameter String credentialsId) {
        return CredentialChoices.forItem(item, credentialsId);
    }

    /** Which events the log shows. */
    @POST
    public ListBoxModel doFillEventsItems(@AncestorInPath Item item) {
        ListBoxModel choices = new ListBoxModel();
        choices.add(Messages.Form_eventsChanges(), "");
        choices.add(Messages.Form_eventsAll(), "all");
        choices.add(Messages.Form_eventsFailures(), "failures");
        return choices;
    }

    /** The rules for names of stacks; where a plan is deployed, none is needed. */
    @POST
    public FormValidation doCheckStackName(
            @AncestorInPath Item item, @QueryParameter String value, @QueryParameter String planFile) {
        return checkName(item, value, planFile, RosRules::stackName);
    }
}
