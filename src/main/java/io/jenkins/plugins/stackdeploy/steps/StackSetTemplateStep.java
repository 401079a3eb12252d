package io.jenkins.plugins.stackdeploy.steps;

import hudson.Util;
import java.util.List;
import java.util.Map;
import org.kohsuke.stapler.DataBoundSetter;

/** What the steps take that deploy a template to a stack set, or plan to. */
public abstract class StackSetTemplateStep extends StackSetTargetsStep implements TemplateArguments {
    private static final long serialVersionUID = 1;

    private String description;
    private String template;
    private String templateBody;
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
    protected StackSetTemplateStep(String stackSetName) {
        super(stackSetName);
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
    public void setParameters(Map<String, Object> parameters) {
        this.parameters = Defaults.copy(parameters);
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
    public void setSecretParameters(Map<String, Object> secretParameters) {
        this.secretParameters = Defaults.copy(secretParameters);
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
    public void setCapabilities(List<String> capabilities) {
        this.capabilities = Defaults.copy(capabilities);
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
    public void setTags(Map<String, Object> tags) {
        this.tags = Defaults.copy(tags);
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
}
