package io.jenkins.plugins.stackdeploy.steps;

import hudson.Extension;
import hudson.Util;
import hudson.model.Item;
import hudson.util.ListBoxModel;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import net.sf.json.JSONObject;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/** {@code stackSetDeploy}: creates a stack set or updates it, with its instances. */
public class StackSetDeployStep extends StackSetTargetsStep implements TemplateArguments {
    private static final long serialVersionUID = 1;

    private String description;
    private String template;
    private String templateBody;
    private String templateUrl;
    private String templateBucket;
    private Map<String, Object> parameters;
    private String parametersText;
    private String parametersFile;
    private Boolean parametersFromBuild;
    private Map<String, Object> secretParameters;
    private String secretParametersText;
    private List<String> capabilities;
    private String capabilitiesText;
    private Map<String, Object> tags;
    private String tagsText;
    private String permissionModel;
    private String administrationRoleArn;
    private String executionRoleName;
    private String organizationsAutoDeployment;
    private Boolean managedExecution;
    private Boolean newInstancesFirst;

    /**
     * A step.
     *
     * @param stackSetName the stack set's name
     */
    @DataBoundConstructor
    public StackSetDeployStep(String stackSetName) {
        super(stackSetName);
    }

    @Override
    DeployJob prepare(Preparation preparation) throws IOException, InterruptedException {
        return new StackSetDeployPreparation(this, preparation).prepare();
    }

    @Override
    boolean readsWorkspace() {
        return nameFiles() || super.readsWorkspace();
    }

    public String getDescription() {
        return description;
    }

    @DataBoundSetter
    public void setDescription(String description) {
        this.description = Util.fixEmptyAndTrim(description);
    }

    @Override
    public String getTemplate() {
        return template;
    }

    @DataBoundSetter
    public void setTemplate(String template) {
        this.template = Util.fixEmptyAndTrim(template);
    }

    @Override
    public String getTemplateBody() {
        return templateBody;
    }

    @DataBoundSetter
    public void setTemplateBody(String templateBody) {
        this.templateBody = Util.fixEmpty(templateBody);
    }

    public String getTemplateUrl() {
        return templateUrl;
    }

    @DataBoundSetter
    public void setTemplateUrl(String templateUrl) {
        this.templateUrl = Util.fixEmptyAndTrim(templateUrl);
    }

    /** {@code bucket} or {@code bucket/prefix}; null for the connection's or none. */
    public String getTemplateBucket() {
        return templateBucket;
    }

    @DataBoundSetter
    public void setTemplateBucket(String templateBucket) {
        this.templateBucket = Util.fixEmptyAndTrim(templateBucket);
    }

    @Override
    public Map<String, Object> getParameters() {
        return parameters;
    }

    @DataBoundSetter
    public void setParameters(Object parameters) {
        this.parameters = Defaults.map(parameters);
    }

    @Override
    public String getParametersText() {
        return parametersText;
    }

    @DataBoundSetter
    public void setParametersText(String parametersText) {
        this.parametersText = Util.fixEmptyAndTrim(parametersText);
    }

    @Override
    public String getParametersFile() {
        return parametersFile;
    }

    @DataBoundSetter
    public void setParametersFile(String parametersFile) {
        this.parametersFile = Util.fixEmptyAndTrim(parametersFile);
    }

    @Override
    public boolean isParametersFromBuild() {
        return Defaults.isOn(parametersFromBuild);
    }

    @DataBoundSetter
    public void setParametersFromBuild(boolean parametersFromBuild) {
        this.parametersFromBuild = Defaults.keepOn(parametersFromBuild);
    }

    @Override
    public Map<String, Object> getSecretParameters() {
        return secretParameters;
    }

    @DataBoundSetter
    public void setSecretParameters(Object secretParameters) {
        this.secretParameters = Defaults.map(secretParameters);
    }

    @Override
    public String getSecretParametersText() {
        return secretParametersText;
    }

    @DataBoundSetter
    public void setSecretParametersText(String secretParametersText) {
        this.secretParametersText = Util.fixEmptyAndTrim(secretParametersText);
    }

    /** Names of capabilities; for scripts. */
    public List<String> getCapabilities() {
        return capabilities;
    }

    @DataBoundSetter
    public void setCapabilities(Object capabilities) {
        this.capabilities = Defaults.list(capabilities);
    }

    /** The same between commas or on lines of their own; for forms. */
    public String getCapabilitiesText() {
        return capabilitiesText;
    }

    @DataBoundSetter
    public void setCapabilitiesText(String capabilitiesText) {
        this.capabilitiesText = Util.fixEmptyAndTrim(capabilitiesText);
    }

    @Override
    public Map<String, Object> getTags() {
        return tags;
    }

    @DataBoundSetter
    public void setTags(Object tags) {
        this.tags = Defaults.map(tags);
    }

    @Override
    public String getTagsText() {
        return tagsText;
    }

    @DataBoundSetter
    public void setTagsText(String tagsText) {
        this.tagsText = Util.fixEmptyAndTrim(tagsText);
    }

    /** {@code SELF_MANAGED} or {@code SERVICE_MANAGED}; null for the one that there is. */
    public String getPermissionModel() {
        return permissionModel;
    }

    @DataBoundSetter
    public void setPermissionModel(String permissionModel) {
        this.permissionModel = Util.fixEmptyAndTrim(permissionModel);
    }

    public String getAdministrationRoleArn() {
        return administrationRoleArn;
    }

    @DataBoundSetter
    public void setAdministrationRoleArn(String administrationRoleArn) {
        this.administrationRoleArn = Util.fixEmptyAndTrim(administrationRoleArn);
    }

    public String getExecutionRoleName() {
        return executionRoleName;
    }

    @DataBoundSetter
    public void setExecutionRoleName(String executionRoleName) {
        this.executionRoleName = Util.fixEmptyAndTrim(executionRoleName);
    }

    /** {@code Disabled}, {@code Enabled} or {@code EnabledWithStackRetention}; null for the one that there is. */
    public String getOrganizationsAutoDeployment() {
        return organizationsAutoDeployment;
    }

    @DataBoundSetter
    public void setOrganizationsAutoDeployment(String organizationsAutoDeployment) {
        this.organizationsAutoDeployment = Util.fixEmptyAndTrim(organizationsAutoDeployment);
    }

    /** True or false to switch it, null to leave it as it is. */
    public Boolean getManagedExecution() {
        return managedExecution;
    }

    @DataBoundSetter
    public void setManagedExecution(Boolean managedExecution) {
        this.managedExecution = managedExecution;
    }

    /** Whether new instances are created before the stack set is updated. */
    public boolean isNewInstancesFirst() {
        return Defaults.isOn(newInstancesFirst);
    }

    @DataBoundSetter
    public void setNewInstancesFirst(boolean newInstancesFirst) {
        this.newInstancesFirst = Defaults.keepOn(newInstancesFirst);
    }

    /** The step's name and form. */
    @Extension
    public static final class DescriptorImpl extends StackSetStepDescriptor {
        @Override
        public String getFunctionName() {
            return "stackSetDeploy";
        }

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

        @Override
        public String getDisplayName() {
            return Messages.StackSetDeployStep_displayName();
        }
    }
}
