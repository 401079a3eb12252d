package io.jenkins.plugins.stackdeploy.steps;

import io.jenkins.plugins.stackdeploy.credentials.AlibabaTarget;
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

/** Reads what rosDeploy names in the workspace and checks all of its arguments, before any call. */
final class RosDeployPreparation extends RosPreparation {
    private final RosDeployStep step;
    private final TemplateInput templates;
    private Template template;

    RosDeployPreparation(RosDeployStep step, Preparation preparation) {
        super(step, preparation);
        this.step = step;
        this.templates = new TemplateInput(step, preparation, inputs);
    }

    RosJob prepare() throws IOException, InterruptedException {
        AlibabaTarget target = common();
        RosTemplate source = template();
        ParameterSources parameters = new ParameterSources(preparation, inputs);
        parameters.read(step, template);
        templates.check(template, parameters.all(), usesPrevious(parameters));
        Map<String, String> tags = parameters.tags(step, RosRules.TAGS_MOST);
        String policy = policy(parameters);
        List<String> urls = notificationUrls();
        numbers();
        EventDetail events = inputs.choice("events", step.getEvents(), EventDetail.CHANGES);
        inputs.check("rosDeploy");
        tell(source, parameters);
        RosDeployRequest request = new RosDeployRequest(
                step.getStackName(),
                source,
                parameters.all().all().stream()
                        .filter(parameter -> parameter.value() != null)
                        .map(RosDeployPreparation::toSend)
                        .toList(),
                usesPrevious(parameters) ? Boolean.TRUE : null,
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
                step.isRecreate(),
                step.isWaitForOthers(),
                events,
                step.isWait(),
                watchMinutes(LONGER_MINUTES
                        + (step.getTimeoutInMinutes() == null ? RosRules.TIMEOUT_USUAL : step.getTimeoutInMinutes())));
        return new RosJob(target, request, null, null, parameters.credentials(), parameters.secretsOfBuild());
    }

    private static RosParameter toSend(Parameter parameter) {
        return new RosParameter(parameter.key(), parameter.secret() ? null : parameter.value(), parameter.secret());
    }

    // Template

    private RosTemplate template() throws IOException, InterruptedException {
        long given = Stream.of(step.getTemplate(), step.getTemplateBody(), step.getTemplateUrl(), step.getTemplateId())
                .filter(value -> value != null)
                .count();
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

    private boolean usesPrevious(ParameterSources parameters) {
        return step.isUsePreviousParameters()
                || parameters.all().all().stream()
                        .anyMatch(parameter -> parameter.usePrevious() && parameter.source() != ParameterSource.SECRET);
    }

    // The rest

    private String policy(ParameterSources parameters) throws IOException, InterruptedException {
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

    private void tell(RosTemplate source, ParameterSources parameters) {
        preparation
                .console()
                .line(
                        source.resources() > 0
                                ? Messages.Prepare_template(source.name(), source.resources())
                                : Messages.Prepare_templateElsewhere(source.name()));
        parameters.tell();
    }
}
