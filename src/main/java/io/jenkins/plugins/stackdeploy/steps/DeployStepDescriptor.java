package io.jenkins.plugins.stackdeploy.steps;

import hudson.AbortException;
import hudson.Util;
import hudson.model.Item;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.ComboBoxModel;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.stackdeploy.approval.ScriptArguments;
import io.jenkins.plugins.stackdeploy.credentials.CloudConnection;
import io.jenkins.plugins.stackdeploy.credentials.CredentialChoices;
import io.jenkins.plugins.stackdeploy.credentials.StackDeployConfiguration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import jenkins.model.Jenkins;
import net.sf.json.JSONObject;
import org.jenkinsci.plugins.structs.describable.CustomDescribableModel;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** What the forms of all steps need that work on something in a cloud. */
public abstract class DeployStepDescriptor extends StepDescriptor implements CustomDescribableModel {
    @Override
    public Set<? extends Class<?>> getRequiredContext() {
        return Set.of(Run.class, TaskListener.class);
    }

    /** The argument that names what the step works on. */
    abstract String subjectArgument();

    /** Whether a connection is to the cloud that the step works in. */
    abstract boolean isOurs(CloudConnection connection);

    /**
     * The regions that the form offers.
     *
     * @param connection the connection that the form names; null for those that are known anyway
     */
    abstract List<String> regions(String connection);

    /** Reads what scripts give; a misspelt argument is refused. */
    @Override
    public Map<String, Object> customInstantiate(Map<String, Object> arguments) {
        return new ArgumentReader(getFunctionName(), clazz).read(arguments);
    }

    /** As for any step, but what is wrong with an argument is one line of the log, and no stack trace. */
    @Override
    public Step newInstance(Map<String, Object> arguments) throws AbortException {
        return ScriptArguments.bind(clazz, arguments);
    }

    @Override
    public String argumentsToString(Map<String, Object> namedArgs) {
        Object name = namedArgs.get(subjectArgument());
        return name == null ? null : name.toString();
    }

    /**
     * Leaves out a field of a block that is closed. A form sends what is in a closed block all the same; it counts only when
     * the block's box is ticked.
     *
     * @param formData what the form sends; null for none
     * @param box the block's name
     * @param field the field in it
     */
    static void dropUnlessTicked(JSONObject formData, String box, String field) {
        if (formData != null && !formData.optBoolean(box)) {
            formData.remove(field);
        }
    }

    /** The connections to the step's cloud. The present one stays, so that saving the form does not lose it. */
    @POST
    public ListBoxModel doFillConnectionItems(@AncestorInPath Item item, @QueryParameter String connection) {
        ListBoxModel choices = new ListBoxModel();
        choices.add(Messages.Form_noConnection(), "");
        boolean mayChoose = CredentialChoices.mayChoose(item);
        List<String> names = mayChoose ? connections() : List.of();
        names.forEach(choices::add);
        String present = Util.fixEmptyAndTrim(connection);
        if (present != null && !names.contains(present)) {
            choices.add(mayChoose ? Messages.Form_connectionGone(present) : present, present);
        }
        return choices;
    }

    private List<String> connections() {
        return StackDeployConfiguration.get().getConnections().stream()
                .filter(this::isOurs)
                .map(CloudConnection::getName)
                .toList();
    }

    /** Regions; others may be typed. */
    @POST
    public ComboBoxModel doFillRegionItems(@AncestorInPath Item item, @QueryParameter String connection) {
        boolean mayChoose = CredentialChoices.mayChoose(item);
        return new ComboBoxModel(regions(mayChoose ? Util.fixEmptyAndTrim(connection) : null));
    }

    /** What a failed deployment does to the build. */
    @POST
    public ListBoxModel doFillOnFailureItems(@AncestorInPath Item item) {
        ListBoxModel choices = new ListBoxModel();
        choices.add(Messages.Form_onFailureFail(), "");
        choices.add(Messages.Form_onFailureUnstable(), "unstable");
        choices.add(Messages.Form_onFailureIgnore(), "ignore");
        return choices;
    }

    /** What stopping the build does to the deployment. */
    @POST
    public ListBoxModel doFillOnAbortItems(@AncestorInPath Item item) {
        ListBoxModel choices = new ListBoxModel();
        choices.add(Messages.Form_onAbortLeave(), "");
        choices.add(Messages.Form_onAbortCancel(), "cancel");
        return choices;
    }

    /**
     * What a form says of a name.
     *
     * @param item the job; null outside of one
     * @param value what was typed; variables in it are not known yet
     * @param planFile the file of a plan, which has the name too; null where none is given
     * @param rules tells what is wrong with a name, which may be null
     */
    static FormValidation checkName(
            Item item, String value, String planFile, Function<String, Optional<String>> rules) {
        if (item == null ? !Jenkins.get().hasPermission(Jenkins.ADMINISTER) : !item.hasPermission(Item.CONFIGURE)) {
            return FormValidation.ok();
        }
        String name = Util.fixEmptyAndTrim(value);
        boolean known = name != null || Util.fixEmptyAndTrim(planFile) == null;
        if (!known || (name != null && name.contains("$"))) {
            return FormValidation.ok();
        }
        return rules.apply(name).map(FormValidation::error).orElseGet(FormValidation::ok);
    }
}
