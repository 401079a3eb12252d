package io.jenkins.plugins.stackdeploy.steps;

import hudson.Util;
import java.util.List;
import java.util.Map;
import org.kohsuke.stapler.DataBoundSetter;

/** What the steps take that deploy a template to a ROS stack, or plan to. */
public abstract class RosTemplateStep extends RosChangeStep implements TemplateArguments {
    private static final long serialVersionUID = 1;

    private String template;
    private String templateBody;
    private String templateUrl;
    private String templateId;
    private String templateVersion;
    private Map<String, Object> parameters;
    private String parametersText;
    private String parametersFile;
    private Boolean parametersFromBuild;
    private Map<String, Object> secretParameters;
    private String secretParametersText;
    private Boolean usePreviousParameters;
    private Map<String, Object> tags;
    private String tagsText;
    private Integer timeoutInMinutes;
    private Boolean disableRollback;
    private Boolean deletionProtection;
    private String stackPolicy;
    private List<String> notificationUrls;
    private String notificationUrlsText;
    private Integer parallelism;
    private Boolean replacement;
    private String resourceGroupId;

    /**
     * A step.
     *
     * @param stackName the stack's name
     */
    protected RosTemplateStep(String stackName) {
        super(stackName);
    }

    @Override
    boolean readsWorkspace() {
        return nameFiles() || stackPolicy != null;
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

    public String getTemplateId() {
        return templateId;
    }

    @DataBoundSetter
    public void setTemplateId(String templateId) {
        this.templateId = Util.fixEmptyAndTrim(templateId);
    }

    public String getTemplateVersion() {
        return templateVersion;
    }

    @DataBoundSetter
    public void setTemplateVersion(String templateVersion) {
        this.templateVersion = Util.fixEmptyAndTrim(templateVersion);
    }

    /** Values by name; for scripts, which may also give text as in {@link #getParametersText()}. */
    @Override
    public Map<String, Object> getParameters() {
        return parameters;
    }

    @DataBoundSetter
    public void setParameters(Object parameters) {
        this.parameters = Defaults.map(parameters);
    }

    /** Lines of {@code KEY=VALUE}, or {@code ParameterKey=K,ParameterValue=V}; for forms. */
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

    /** Credentials ids by parameter; for scripts. */
    @Override
    public Map<String, Object> getSecretParameters() {
        return secretParameters;
    }

    @DataBoundSetter
    public void setSecretParameters(Object secretParameters) {
        this.secretParameters = Defaults.map(secretParameters);
    }

    /** Lines of {@code PARAMETER=CREDENTIALS-ID}; for forms. */
    @Override
    public String getSecretParametersText() {
        return secretParametersText;
    }

    @DataBoundSetter
    public void setSecretParametersText(String secretParametersText) {
        this.secretParametersText = Util.fixEmptyAndTrim(secretParametersText);
    }

    public boolean isUsePreviousParameters() {
        return Defaults.isOn(usePreviousParameters);
    }

    @DataBoundSetter
    public void setUsePreviousParameters(boolean usePreviousParameters) {
        this.usePreviousParameters = Defaults.keepOn(usePreviousParameters);
    }

    /** Values by key; for scripts. */
    @Override
    public Map<String, Object> getTags() {
        return tags;
    }

    @DataBoundSetter
    public void setTags(Object tags) {
        this.tags = Defaults.map(tags);
    }

    /** Lines of {@code KEY=VALUE}; for forms. */
    @Override
    public String getTagsText() {
        return tagsText;
    }

    @DataBoundSetter
    public void setTagsText(String tagsText) {
        this.tagsText = Util.fixEmptyAndTrim(tagsText);
    }

    public Integer getTimeoutInMinutes() {
        return timeoutInMinutes;
    }

    @DataBoundSetter
    public void setTimeoutInMinutes(Integer timeoutInMinutes) {
        this.timeoutInMinutes = timeoutInMinutes;
    }

    public boolean isDisableRollback() {
        return Defaults.isOn(disableRollback);
    }

    @DataBoundSetter
    public void setDisableRollback(boolean disableRollback) {
        this.disableRollback = Defaults.keepOn(disableRollback);
    }

    /** True or false to set the protection, null to leave it as it is. */
    public Boolean getDeletionProtection() {
        return deletionProtection;
    }

    @DataBoundSetter
    public void setDeletionProtection(Boolean deletionProtection) {
        this.deletionProtection = deletionProtection;
    }

    /** A file of the workspace. */
    public String getStackPolicy() {
        return stackPolicy;
    }

    @DataBoundSetter
    public void setStackPolicy(String stackPolicy) {
        this.stackPolicy = Util.fixEmptyAndTrim(stackPolicy);
    }

    /** URLs; for scripts. */
    public List<String> getNotificationUrls() {
        return notificationUrls;
    }

    @DataBoundSetter
    public void setNotificationUrls(Object notificationUrls) {
        this.notificationUrls = Defaults.list(notificationUrls);
    }

    /** One URL a line; for forms. */
    public String getNotificationUrlsText() {
        return notificationUrlsText;
    }

    @DataBoundSetter
    public void setNotificationUrlsText(String notificationUrlsText) {
        this.notificationUrlsText = Util.fixEmptyAndTrim(notificationUrlsText);
    }

    public Integer getParallelism() {
        return parallelism;
    }

    @DataBoundSetter
    public void setParallelism(Integer parallelism) {
        this.parallelism = parallelism;
    }

    public boolean isReplacement() {
        return Defaults.isOn(replacement);
    }

    @DataBoundSetter
    public void setReplacement(boolean replacement) {
        this.replacement = Defaults.keepOn(replacement);
    }

    public String getResourceGroupId() {
        return resourceGroupId;
    }

    @DataBoundSetter
    public void setResourceGroupId(String resourceGroupId) {
        this.resourceGroupId = Util.fixEmptyAndTrim(resourceGroupId);
    }
}
