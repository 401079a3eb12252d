package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.SecretValues;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.cloudformation.model.CreateStackSetRequest;
import software.amazon.awssdk.services.cloudformation.model.ManagedExecution;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.StackSet;
import software.amazon.awssdk.services.cloudformation.model.Tag;
import software.amazon.awssdk.services.cloudformation.model.UpdateStackSetRequest;

/** Writes the calls that create and update a stack set. */
final class SetSubmission {
    /** TemplateBody has at most so many bytes. Source: CloudFormation API 2010-05-15, CreateStackSet. */
    private static final int MOST_INLINE = 51_200;

    /** The role that is used when none is named; naming it would need the permission to pass it on. */
    private static final String DEFAULT_ROLE = ":role/AWSCloudFormationStackSetAdministrationRole";

    private final StackSetContext context;
    private final StackSetDeployRequest request;
    private final SecretValues secrets;
    private final Submission submission;

    SetSubmission(StackSetContext context, StackSetDeployRequest request, SecretValues secrets, Submission submission) {
        this.context = context;
        this.request = request;
        this.secrets = secrets;
        this.submission = submission;
    }

    /** CreateStackSet. */
    Submission.Call create(PlannedOperation operation) throws CloudException {
        boolean service = request.permissionModel() == PermissionModel.SERVICE_MANAGED;
        // There is no previous value of a stack set that is new.
        List<Parameter> parameters = Submission.parameters(request.parameters(), secrets).stream()
                .filter(parameter -> !Boolean.TRUE.equals(parameter.usePreviousValue()))
                .toList();
        CreateStackSetRequest.Builder create = CreateStackSetRequest.builder()
                .stackSetName(request.stackSetName())
                .description(request.description())
                .templateBody(inline())
                .templateURL(url())
                .parameters(parameters)
                .capabilitiesWithStrings(request.capabilities())
                .tags(tags(request.tags()))
                .permissionModel(
                        request.permissionModel() == null
                                ? null
                                : request.permissionModel().name())
                .administrationRoleARN(request.administrationRoleArn())
                .executionRoleName(request.executionRoleName())
                .managedExecution(managedExecution())
                .clientRequestToken(operation.id)
                .callAs(submission.callAs());
        if (service) {
            // Source: CloudFormation API, CreateStackSet: AutoDeployment is required with SERVICE_MANAGED.
            create.autoDeployment(
                    autoDeployment(Objects.requireNonNullElse(request.autoDeployment(), AutoDeployment.DISABLED)));
        }
        return () -> context.client().create(create.build());
    }

    /**
     * UpdateStackSet. What the service would put back to its default when it is left out, and is not asked for, is sent as
     * it is.
     *
     * @param operation which instances
     * @param live the stack set as it is
     * @param difference what is to become of it
     */
    Submission.Call update(PlannedOperation operation, StackSet live, StackSetDifference difference)
            throws CloudException {
        Block block = operation.block;
        UpdateStackSetRequest.Builder update = UpdateStackSetRequest.builder()
                .stackSetName(request.stackSetName())
                .description(request.description() == null ? live.description() : request.description())
                .parameters(Submission.parameters(request.parameters(), secrets))
                .capabilitiesWithStrings(
                        request.capabilities().isEmpty() ? live.capabilitiesAsStrings() : request.capabilities())
                .permissionModel(
                        request.permissionModel() == null
                                ? null
                                : request.permissionModel().name())
                .administrationRoleARN(adminRole(live))
                .executionRoleName(
                        request.executionRoleName() == null && !SetSettings.isServiceManaged(live)
                                ? live.executionRoleName()
                                : request.executionRoleName())
                .managedExecution(managedExecution())
                .operationPreferences(submission.preferences(block == null ? List.of() : block.regions()))
                .operationId(operation.id)
                .callAs(submission.callAs());
        if (request.tags() != null) {
            update.tags(tags(request.tags()));
        }
        if (difference.template()) {
            update.templateBody(inline()).templateURL(url());
        } else {
            update.usePreviousTemplate(true);
        }
        if (difference.autoDeployment()) {
            update.autoDeployment(autoDeployment(request.autoDeployment()));
        }
        if (block != null) {
            update.accounts(Submission.accounts(block))
                    .deploymentTargets(Submission.targets(block))
                    .regions(block.regions());
        }
        return () -> context.client().update(update.build());
    }

    /** A customized role must be named on every update. Source: CloudFormation API, UpdateStackSet. */
    private String adminRole(StackSet live) {
        String role = live.administrationRoleARN();
        if (request.administrationRoleArn() != null || role == null || SetSettings.isServiceManaged(live)) {
            return request.administrationRoleArn();
        }
        return role.endsWith(DEFAULT_ROLE) ? null : role;
    }

    private ManagedExecution managedExecution() {
        return request.managedExecution() == null
                ? null
                : ManagedExecution.builder().active(request.managedExecution()).build();
    }

    private static software.amazon.awssdk.services.cloudformation.model.AutoDeployment autoDeployment(
            AutoDeployment asked) {
        boolean enabled = asked != AutoDeployment.DISABLED;
        return software.amazon.awssdk.services.cloudformation.model.AutoDeployment.builder()
                .enabled(enabled)
                .retainStacksOnAccountRemoval(enabled ? asked == AutoDeployment.ENABLED_WITH_STACK_RETENTION : null)
                .build();
    }

    private static List<Tag> tags(Map<String, String> tags) {
        return tags == null
                ? null
                : tags.entrySet().stream()
                        .map(tag -> Tag.builder()
                                .key(tag.getKey())
                                .value(tag.getValue())
                                .build())
                        .toList();
    }

    private String inline() {
        String body = request.template().body();
        return body == null || isLarge(body) ? null : body;
    }

    private static boolean isLarge(String body) {
        return body.getBytes(StandardCharsets.UTF_8).length > MOST_INLINE;
    }

    private String url() throws CloudException {
        StackSetTemplate template = request.template();
        if (template.body() == null) {
            return template.url();
        }
        return isLarge(template.body()) ? context.uploads().url(template, digest(template.body())) : null;
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
