package io.jenkins.plugins.stackdeploy.steps;

import io.jenkins.plugins.stackdeploy.engine.EventDetail;
import io.jenkins.plugins.stackdeploy.ros.RosDeployRequest;
import io.jenkins.plugins.stackdeploy.ros.RosParameter;
import io.jenkins.plugins.stackdeploy.ros.RosTemplate;
import io.jenkins.plugins.stackdeploy.template.Parameter;
import io.jenkins.plugins.stackdeploy.template.ParameterSource;
import io.jenkins.plugins.stackdeploy.template.Template;
import io.jenkins.plugins.stackdeploy.template.TemplateLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads what a step that deploys a template names in the workspace and checks all of its arguments, before any call.
 */
abstract class RosTemplatePreparation extends RosPreparation {
    private final RosTemplateStep step;
    private final TemplateInput templates;
    private final ParameterSources parameters;
    private Template template;

    RosTemplatePreparation(RosTemplateStep step, Preparation preparation) {
        super(step, preparation);
        this.step = step;
        this.templates = new TemplateInput(step, preparation, inputs);
        this.parameters = new ParameterSources(preparation, inputs);
    }

    /**
     * What is to happen beside the change itself.
     *
     * @param recreate whether a stack that a failed creation left is created again
     * @param events which events to show
     * @param waitForEnd whether to wait for the end
     */
    record Manner(boolean recreate, EventDetail events, boolean waitForEnd) {}

    /**
     * Reads and checks everything.
     *
     * @param function the step's name, for messages
     * @param manner what is to happen beside the change itself
     * @return the request
     * @throws StackDeployException when something is wrong; it says everything that is
     */
    RosDeployRequest request(String function, Manner manner) throws IOException, InterruptedException {
        boolean partial = isPartial();
        RosTemplate source = partial && templatesGiven() == 0 ? null : template();
        parameters.read(step, template);
        parameters.hide(template);
        if (template != null && (!partial || step.giveParameters())) {
            templates.check(template, parameters.all(), usesPrevious());
        }
        Map<String, String> tags = parameters.tags(step, RosRules.TAGS_MOST);
        String policy = policy();
        List<String> urls = notificationUrls();
        numbers();
        inputs.check(function);
        if (source != null) {
            tell(source);
        }
        return new RosDeployRequest(
                step.getStackName(),
                source,
                partial && !step.giveParameters() ? null : toSend(),
                usesPrevious() ? Boolean.TRUE : null,
                tags,
                step.getTimeoutInMinutes(),
                Defaults.keepOn(step.isDisableRollback()),
                step.getDeletionProtection(),
                policy,
                urls,
                step.getParallelism(),
                Defaults.keepOn(step.isReplacement()),
                step.getResourceGroupId(),
                step.getRamRoleName(),
                manner.recreate(),
                step.isWaitForOthers(),
                manner.events(),
                manner.waitForEnd(),
                watchMinutes(LONGER_MINUTES
                        + (step.getTimeoutInMinutes() == null ? RosRules.TIMEOUT_USUAL : step.getTimeoutInMinutes())));
    }

    /** Whether template and parameters may be left out, because they are known from elsewhere. */
    boolean isPartial() {
        return false;
    }

    /** Credentials ids by secret parameter. */
    Map<String, String> secretCredentials() {
        return parameters.credentials();
    }

    /** Secret parameters that take the value of the build's of that name. */
    List<String> secretBuildParameters() {
        return parameters.secretsOfBuild();
    }

    /** Values of hidden parameters that are given in clear, encrypted. */
    Map<String, String> encryptedParameters() {
        return parameters.encrypted();
    }

    private List<RosParameter> toSend() {
        return parameters.all().all().stream()
                .filter(parameter -> parameter.value() != null)
                .map(RosTemplatePreparation::toSend)
                .toList();
    }

    private static RosParameter toSend(Parameter parameter) {
        return new RosParameter(parameter.key(), parameter.secret() ? null : parameter.value(), parameter.secret());
    }

    // Template

    private RosTemplate template() throws IOException, InterruptedException {
        long given = templatesGiven();
        if (given != 1) {
            inputs.problem(given == 0 ? Messages.Input_noTemplate() : Messages.Input_templates());
        }
        if (step.getTemplateVersion() != null) {
            if (step.getTemplateId() == null) {
                inputs.problem(Messages.Input_versionWithoutId());
            } else if (!RosRules.isTemplateVersion(step.getTemplateVersion())) {
                inputs.problem(Messages.Input_version(step.getTemplateVersion()));
            }
        }
        if (given != 1) {
            return null;
        }
        if (step.getTemplateUrl() != null) {
            return url(step.getTemplateUrl());
        }
        if (step.getTemplateId() != null) {
            return new RosTemplate(
                    step.getTemplateId(), null, null, step.getTemplateId(), step.getTemplateVersion(), 0);
        }
        return body();
    }

    private long templatesGiven() {
        return Stream.of(step.getTemplate(), step.getTemplateBody(), step.getTemplateUrl(), step.getTemplateId())
                .filter(value -> value != null)
                .count();
    }

    private RosTemplate url(String url) {
        if (!url.matches("(?s)(https?|oss)://.+") || url.length() > RosRules.URL_MOST) {
            inputs.problem(Messages.Input_templateUrl());
        }
        return new RosTemplate(url, null, url, null, null, 0);
    }

    private RosTemplate body() throws IOException, InterruptedException {
        template = templates.read(TemplateLimits.ROS);
        return template == null
                ? null
                : new RosTemplate(
                        template.name(),
                        template.text(),
                        null,
                        null,
                        null,
                        template.resources().size());
    }

    private boolean usesPrevious() {
        return step.isUsePreviousParameters()
                || parameters.all().all().stream()
                        .anyMatch(parameter -> parameter.usePrevious() && parameter.source() != ParameterSource.SECRET);
    }

    // The rest

    private String policy() throws IOException, InterruptedException {
        if (step.getStackPolicy() == null) {
            return parameters.policyOfFile();
        }
        try {
            byte[] bytes = preparation.files().read(step.getStackPolicy(), RosRules.POLICY_MOST_BYTES);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (StackDeployException unreadable) {
            inputs.problem(unreadable.getMessage());
            return null;
        }
    }

    private List<String> notificationUrls() {
        List<String> urls = new ArrayList<>(NamedValues.list("notificationUrls", step.getNotificationUrls(), inputs));
        urls.addAll(NamedValues.list("notificationUrlsText", step.getNotificationUrlsText(), inputs));
        if (urls.size() > RosRules.NOTIFICATIONS_MOST) {
            inputs.problem(Messages.Input_tooMany("notificationUrls", urls.size(), RosRules.NOTIFICATIONS_MOST));
        }
        for (String url : urls) {
            if (!url.equals("eventbridge") && (!url.matches("https?://.+") || url.length() > RosRules.URL_MOST)) {
                inputs.problem(Messages.Input_notificationUrl(url));
            }
        }
        return urls;
    }

    private void numbers() {
        inputs.range("timeoutInMinutes", step.getTimeoutInMinutes(), RosRules.TIMEOUT_LEAST, RosRules.TIMEOUT_MOST);
        inputs.range("parallelism", step.getParallelism(), 0, Integer.MAX_VALUE);
        inputs.longest("ramRoleName", step.getRamRoleName(), RosRules.ROLE_NAME_MOST);
    }

    private void tell(RosTemplate source) {
        preparation
                .console()
                .line(
                        source.resources() > 0
                                ? Messages.Prepare_template(source.name(), source.resources())
                                : Messages.Prepare_templateElsewhere(source.name()));
        parameters.tell();
    }
}
