package io.jenkins.plugins.stackdeploy.steps;

import io.jenkins.plugins.stackdeploy.credentials.AlibabaTarget;
import io.jenkins.plugins.stackdeploy.engine.EventDetail;
import io.jenkins.plugins.stackdeploy.ros.RosDeployRequest;
import io.jenkins.plugins.stackdeploy.ros.RosParameter;
import io.jenkins.plugins.stackdeploy.ros.RosTemplate;
import io.jenkins.plugins.stackdeploy.template.Parameter;
import io.jenkins.plugins.stackdeploy.template.ParameterCheck;
import io.jenkins.plugins.stackdeploy.template.ParameterSource;
import io.jenkins.plugins.stackdeploy.template.Problem;
import io.jenkins.plugins.stackdeploy.template.Problems;
import io.jenkins.plugins.stackdeploy.template.Template;
import io.jenkins.plugins.stackdeploy.template.TemplateCheck;
import io.jenkins.plugins.stackdeploy.template.TemplateException;
import io.jenkins.plugins.stackdeploy.template.TemplateLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads what rosDeploy names in the workspace and checks all of its arguments, before any call. */
final class RosDeployPreparation extends RosPreparation {
    private final RosDeployStep step;
    private Template template;

    RosDeployPreparation(RosDeployStep step, Preparation preparation) {
        super(step, preparation);
        this.step = step;
    }

    RosJob prepare() throws IOException, InterruptedException {
        AlibabaTarget target = common();
        RosTemplate source = template();
        ParameterSources parameters = new ParameterSources(step, preparation, inputs);
        parameters.read(template);
        check(parameters);
        Map<String, String> tags = tags(parameters);
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
                watchMinutes(step.getTimeoutInMinutes() == null ? RosRules.TIMEOUT_USUAL : step.getTimeoutInMinutes()));
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
        String name = step.getTemplate() == null ? "templateBody" : step.getTemplate();
        try {
            byte[] bytes = step.getTemplate() == null
                    ? step.getTemplateBody().getBytes(StandardCharsets.UTF_8)
                    : preparation.files().read(name, RosRules.TEMPLATE_MOST_BYTES);
            template = Template.parse(name, bytes, TemplateLimits.ROS);
            return new RosTemplate(
                    name,
                    template.text(),
                    null,
                    null,
                    null,
                    template.resources().size());
        } catch (StackDeployException | TemplateException unreadable) {
            inputs.problem(unreadable.getMessage());
            return null;
        }
    }

    private void check(ParameterSources parameters) {
        if (template == null) {
            return;
        }
        List<Problem> found = new ArrayList<>(TemplateCheck.check(template));
        found.addAll(ParameterCheck.check(template, parameters.all(), usesPrevious(parameters)));
        List<Problem> errors = Problems.errors(found);
        if (!errors.isEmpty()) {
            inputs.problem(Problems.render(template.name(), errors));
        }
        found.stream()
                .filter(problem -> !errors.contains(problem))
                .forEach(note -> preparation.console().line(Messages.Prepare_note(note.message())));
    }

    private boolean usesPrevious(ParameterSources parameters) {
        return step.isUsePreviousParameters()
                || parameters.all().all().stream()
                        .anyMatch(parameter -> parameter.usePrevious() && parameter.source() != ParameterSource.SECRET);
    }

    // The rest

    private Map<String, String> tags(ParameterSources parameters) {
        Map<String, String> tags = new LinkedHashMap<>(parameters.tagsOfFile());
        tags.putAll(NamedValues.map("tags", step.getTags(), inputs));
        tags.putAll(NamedValues.map("tagsText", step.getTagsText(), inputs));
        if (tags.size() > RosRules.TAGS_MOST) {
            inputs.problem(Messages.Input_tooMany("tags", tags.size(), RosRules.TAGS_MOST));
        }
        return tags;
    }

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
