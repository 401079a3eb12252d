package io.jenkins.plugins.stackdeploy.steps;

import io.jenkins.plugins.stackdeploy.cloudformation.AutoDeployment;
import io.jenkins.plugins.stackdeploy.cloudformation.CallAs;
import io.jenkins.plugins.stackdeploy.cloudformation.DeploymentTargets;
import io.jenkins.plugins.stackdeploy.cloudformation.OperationSettings;
import io.jenkins.plugins.stackdeploy.cloudformation.PermissionModel;
import io.jenkins.plugins.stackdeploy.cloudformation.StackSetDeployRequest;
import io.jenkins.plugins.stackdeploy.cloudformation.StackSetTemplate;
import io.jenkins.plugins.stackdeploy.credentials.AwsClients;
import io.jenkins.plugins.stackdeploy.credentials.AwsTarget;
import io.jenkins.plugins.stackdeploy.template.Template;
import io.jenkins.plugins.stackdeploy.template.TemplateCapabilities;
import io.jenkins.plugins.stackdeploy.template.TemplateKind;
import io.jenkins.plugins.stackdeploy.template.TemplateLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads what a step that deploys a template to a stack set names in the workspace and checks all of its arguments, before any
 * call.
 */
abstract class StackSetTemplatePreparation extends StackSetPreparation {
    private final StackSetTemplateStep step;
    private final TemplateInput templates;
    private final ParameterSources parameters;
    private Template template;

    StackSetTemplatePreparation(StackSetTemplateStep step, Preparation preparation) {
        super(step, preparation);
        this.step = step;
        this.templates = new TemplateInput(step, preparation, inputs);
        this.parameters = new ParameterSources(preparation, inputs);
    }

    /**
     * Reads and checks everything.
     *
     * @param function the step's name, for messages
     * @param target the account and region
     * @return the request; without template and parameters where it may be partial and they are not given
     * @throws StackDeployException when something is wrong; it says everything that is
     */
    StackSetDeployRequest request(String function, AwsTarget target) throws IOException, InterruptedException {
        boolean partial = isPartial();
        StackSetTemplate source = partial && templatesGiven() == 0 ? null : template(target);
        parameters.read(step, template);
        parameters.hide(template);
        if (!partial || step.giveParameters()) {
            templates.check(template, parameters.all(), false);
        }
        hidden(parameters.encrypted().keySet());
        List<String> capabilities = capabilities();
        Map<String, String> tags = tags(parameters);
        TargetInput input = new TargetInput(step, preparation, inputs);
        Optional<DeploymentTargets> targets = input.targets();
        List<String> regions = input.regions();
        OperationSettings operations = operations(regions);
        PermissionModel model = inputs.constant("permissionModel", step.getPermissionModel(), PermissionModel.class);
        AutoDeployment automatic = inputs.constant(
                "organizationsAutoDeployment", step.getOrganizationsAutoDeployment(), AutoDeployment.class);
        texts();
        new PermissionRules(step, inputs)
                .check(model, automatic, targets, operations.callAs() == CallAs.DELEGATED_ADMIN);
        if (!partial) {
            places(targets);
        }
        inputs.check(function);
        if (source != null) {
            tell(source, parameters, capabilities);
        }
        return new StackSetDeployRequest(
                step.getStackSetName(),
                step.getDescription(),
                source,
                partial && !step.giveParameters() ? null : StackSetJob.parameters(parameters.all()),
                capabilities,
                tags,
                model,
                step.getAdministrationRoleArn(),
                step.getExecutionRoleName(),
                automatic,
                step.getManagedExecution(),
                targets.orElse(null),
                regions,
                step.isNewInstancesFirst(),
                operations);
    }

    /** Whether template, parameters and places may be left out, because they are known from elsewhere. */
    boolean isPartial() {
        return false;
    }

    /** Notes what is wrong about parameters that are given in clear though the template hides them. */
    void hidden(Set<String> names) {}

    /** The URL of the template; null for none. */
    String templateUrl() {
        return null;
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

    private long templatesGiven() {
        return Stream.of(step.getTemplate(), step.getTemplateBody(), templateUrl())
                .filter(value -> value != null)
                .count();
    }

    private StackSetTemplate template(AwsTarget target) throws IOException, InterruptedException {
        long given = templatesGiven();
        if (given != 1) {
            inputs.problem(given == 0 ? Messages.StackSet_noTemplate() : Messages.StackSet_templates());
            return null;
        }
        String bucket = step.getTemplateBucket();
        if (bucket != null && !StackSetRules.isBucket(bucket)) {
            inputs.problem(Messages.StackSet_bucket(bucket));
        }
        String url = templateUrl();
        if (url != null) {
            if (!StackSetRules.isTemplateUrl(url)) {
                inputs.problem(Messages.StackSet_templateUrl());
            }
            if (bucket != null) {
                inputs.problem(Messages.StackSet_bucketWithUrl());
            }
            return new StackSetTemplate(url, null, url, null);
        }
        return body(bucket == null ? AwsClients.templateBucket(target) : bucket);
    }

    private StackSetTemplate body(String bucket) throws IOException, InterruptedException {
        template = templates.read(TemplateLimits.CLOUDFORMATION_S3);
        if (template == null) {
            return null;
        }
        if (template.kind() == TemplateKind.ROS || template.kind() == TemplateKind.ROS_TERRAFORM) {
            inputs.problem(Messages.StackSet_rosTemplate(template.name()));
        }
        int bytes = template.text().getBytes(StandardCharsets.UTF_8).length;
        if (bytes > StackSetRules.INLINE_MOST_BYTES && bucket == null) {
            inputs.problem(Messages.StackSet_needsBucket(template.name(), String.valueOf(bytes)));
        }
        return new StackSetTemplate(template.name(), template.text(), null, bucket);
    }

    private List<String> capabilities() {
        List<String> given = new ArrayList<>(NamedValues.list("capabilities", step.getCapabilities(), inputs));
        given.addAll(TargetText.items(step.getCapabilitiesText()));
        given.stream()
                .filter(name -> !StackSetRules.CAPABILITIES.contains(name))
                .forEach(name -> inputs.problem(
                        Messages.Input_choice("capabilities", name, String.join(", ", StackSetRules.CAPABILITIES))));
        return given.stream().distinct().toList();
    }

    /** Null leaves the tags that there are. */
    private Map<String, String> tags(ParameterSources parameters) {
        Map<String, String> tags = parameters.tags(step, StackSetRules.TAGS_MOST);
        tags.forEach((key, value) -> {
            if (key.isEmpty() || key.length() > StackSetRules.TAG_KEY_MOST || key.startsWith("aws:")) {
                inputs.problem(Messages.StackSet_tagKey(key));
            }
            if (value.length() > StackSetRules.TAG_VALUE_MOST) {
                inputs.problem(Messages.StackSet_tagValue(key));
            }
        });
        boolean given = step.getTags() != null || step.getTagsText() != null || !tags.isEmpty();
        return given ? tags : null;
    }

    private void texts() {
        inputs.longest("description", step.getDescription(), StackSetRules.DESCRIPTION_MOST);
        String arn = step.getAdministrationRoleArn();
        if (arn != null && !StackSetRules.isRoleArn(arn)) {
            inputs.problem(Messages.StackSet_roleArn("administrationRoleArn", arn));
        }
        String role = step.getExecutionRoleName();
        if (role != null && !StackSetRules.isRoleName(role)) {
            inputs.problem(Messages.StackSet_roleName("executionRoleName", role));
        }
    }

    private void places(Optional<DeploymentTargets> targets) {
        boolean regions = step.getRegions() != null || step.getRegionsText() != null;
        if (targets.isPresent() && !regions) {
            inputs.problem(Messages.StackSet_regionsMissing());
        }
        if (regions && targets.isEmpty()) {
            inputs.problem(Messages.StackSet_regionsAlone());
        }
        if (step.isNewInstancesFirst() && targets.isEmpty()) {
            inputs.problem(Messages.StackSet_newFirst());
        }
    }

    private void tell(StackSetTemplate source, ParameterSources parameters, List<String> capabilities) {
        preparation
                .console()
                .line(
                        template == null
                                ? Messages.Prepare_templateElsewhere(source.name())
                                : Messages.Prepare_template(
                                        source.name(), template.resources().size()));
        parameters.tell();
        if (template != null) {
            TemplateCapabilities.missing(template, capabilities).forEach(needed -> preparation
                    .console()
                    .line(Messages.StackSet_capability(needed.capability(), needed.because())));
        }
    }
}
