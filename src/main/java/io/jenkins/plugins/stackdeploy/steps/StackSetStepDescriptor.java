package io.jenkins.plugins.stackdeploy.steps;

import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.stackdeploy.credentials.AwsConnection;
import io.jenkins.plugins.stackdeploy.credentials.AwsRegions;
import io.jenkins.plugins.stackdeploy.credentials.CloudConnection;
import io.jenkins.plugins.stackdeploy.credentials.CredentialChoices;
import java.util.List;
import java.util.Map;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** What the forms of all steps on a stack set need. */
public abstract class StackSetStepDescriptor extends DeployStepDescriptor {
    @Override
    String subjectArgument() {
        return "stackSetName";
    }

    @Override
    boolean isOurs(CloudConnection connection) {
        return connection instanceof AwsConnection;
    }

    @Override
    List<String> regions(String connection) {
        return AwsRegions.known();
    }

    @Override
    public Map<String, Object> customInstantiate(Map<String, Object> arguments) {
        return super.customInstantiate(TargetArguments.read(getFunctionName(), arguments));
    }

    /** The rules for names of stack sets; where a plan is deployed, none is needed. */
    @POST
    public FormValidation doCheckStackSetName(
            @AncestorInPath Item item, @QueryParameter String value, @QueryParameter String planFile) {
        return checkName(item, value, planFile, StackSetRules::name);
    }

    /** Credentials with an access key. */
    @POST
    public ListBoxModel doFillCredentialsIdItems(@AncestorInPath Item item, @QueryParameter String credentialsId) {
        return CredentialChoices.awsForItem(item, credentialsId);
    }

    /** Which results the log shows. */
    @POST
    public ListBoxModel doFillEventsItems(@AncestorInPath Item item) {
        ListBoxModel choices = new ListBoxModel();
        choices.add(Messages.Form_resultsChanges(), "");
        choices.add(Messages.Form_resultsAll(), "all");
        choices.add(Messages.Form_eventsFailures(), "failures");
        return choices;
    }

    /** In which role of the organization to call. */
    @POST
    public ListBoxModel doFillCallAsItems(@AncestorInPath Item item) {
        ListBoxModel choices = new ListBoxModel();
        choices.add(Messages.Form_callAsSelf(), "");
        choices.add(Messages.Form_callAsDelegated(), "DELEGATED_ADMIN");
        return choices;
    }

    /** Whether regions are deployed one after the other. */
    @POST
    public ListBoxModel doFillRegionConcurrencyTypeItems(@AncestorInPath Item item) {
        ListBoxModel choices = new ListBoxModel();
        choices.add(Messages.Form_regionsSequential(), "");
        choices.add(Messages.Form_regionsParallel(), "PARALLEL");
        return choices;
    }

    /** What failures do to the number of accounts at once. */
    @POST
    public ListBoxModel doFillConcurrencyModeItems(@AncestorInPath Item item) {
        ListBoxModel choices = new ListBoxModel();
        choices.add(Messages.Form_concurrencyStrict(), "");
        choices.add(Messages.Form_concurrencySoft(), "SOFT_FAILURE_TOLERANCE");
        return choices;
    }

    /** What instances that failed within the tolerance do to the step. */
    @POST
    public ListBoxModel doFillInstanceFailuresItems(@AncestorInPath Item item) {
        ListBoxModel choices = new ListBoxModel();
        choices.add(Messages.Form_instancesFail(), "");
        choices.add(Messages.Form_instancesTolerate(), "tolerate");
        return choices;
    }

    /** How accounts refine organizational units. UNION is not offered: CloudFormation refuses it for new instances. */
    @POST
    public ListBoxModel doFillAccountFilterTypeItems(@AncestorInPath Item item) {
        ListBoxModel choices = new ListBoxModel();
        choices.add(Messages.Form_notGiven(), "");
        choices.add(Messages.Form_filterIntersection(), "INTERSECTION");
        choices.add(Messages.Form_filterDifference(), "DIFFERENCE");
        return choices;
    }
}
