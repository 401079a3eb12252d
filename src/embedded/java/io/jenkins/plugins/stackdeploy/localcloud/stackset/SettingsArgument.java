package io.jenkins.plugins.stackdeploy.localcloud.stackset;

import io.jenkins.plugins.stackdeploy.localcloud.aws.AwsErrors;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryCall;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryParameters;
import io.jenkins.plugins.stackdeploy.localcloud.template.AwsTemplate;
import io.jenkins.plugins.stackdeploy.localcloud.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The settings of a set as CreateStackSet and UpdateStackSet say them. */
final class SettingsArgument {
    private static final int MAX_DESCRIPTION = 1_024;
    private static final int MAX_TAGS = 50;
    private static final int MAX_ROLE = 2_048;

    private final QueryParameters parameters;
    private final StackSetSettings previous;

    /**
     * @param previous what the set has now, or null for a new set
     */
    SettingsArgument(QueryParameters parameters, StackSetSettings previous) {
        this.parameters = parameters;
        this.previous = previous;
    }

    /**
     * Reads and checks the settings.
     *
     * @param templateBody the template to have
     * @throws io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError ValidationError or InsufficientCapabilitiesException
     */
    StackSetSettings read(QueryCall call, String templateBody) {
        Template template = AwsTemplate.parse(templateBody);
        Map<String, String> values =
                ParametersArgument.values(parameters, template, previous == null ? Map.of() : previous.parameters());
        checkCapabilities(template);
        PermissionModel model = parameters.choice(
                "PermissionModel",
                PermissionModel.class,
                previous == null ? PermissionModel.SELF_MANAGED : previous.permissionModel());
        boolean selfManaged = model == PermissionModel.SELF_MANAGED;
        return new StackSetSettings(
                description(),
                templateBody,
                values,
                parameters.texts("Capabilities"),
                tags(),
                model,
                role("AdministrationRoleARN", selfManaged, AdministrationRole.of(call.accountId())),
                role("ExecutionRoleName", selfManaged, "AWSCloudFormationStackSetExecutionRole"),
                autoDeployment(selfManaged),
                parameters
                        .structure("ManagedExecution")
                        .flag("Active", previous != null && previous.managedExecution()));
    }

    private String description() {
        if (!parameters.has("Description")) {
            return previous == null ? "" : previous.description();
        }
        String description = parameters.text("Description");
        if (description.isEmpty() || description.length() > MAX_DESCRIPTION) {
            throw AwsErrors.constraint("description", "Member must have length between 1 and " + MAX_DESCRIPTION);
        }
        return description;
    }

    private void checkCapabilities(Template template) {
        List<String> given = parameters.texts("Capabilities");
        List<String> known = List.of("CAPABILITY_IAM", "CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND");
        if (!known.containsAll(given)) {
            throw AwsErrors.constraint("capabilities", "Member must satisfy enum value set: " + known);
        }
        List<String> missing = new ArrayList<>(AwsTemplate.capabilities(template));
        missing.removeAll(given);
        if (given.contains("CAPABILITY_NAMED_IAM")) {
            missing.remove("CAPABILITY_IAM");
        }
        if (!missing.isEmpty()) {
            throw StackSetErrors.insufficientCapabilities(missing);
        }
    }

    private Map<String, String> tags() {
        if (!parameters.has("Tags") && previous != null) {
            return previous.tags();
        }
        Map<String, String> result = new TreeMap<>();
        List<QueryParameters> tags = parameters.structures("Tags");
        if (tags.size() > MAX_TAGS) {
            throw AwsErrors.constraint("tags", "Member must have length less than or equal to " + MAX_TAGS);
        }
        for (QueryParameters tag : tags) {
            if (result.put(tag.required("Key"), tag.required("Value")) != null) {
                throw AwsErrors.validation("Duplicate tag key: " + tag.text("Key"));
            }
        }
        return result;
    }

    private String role(String name, boolean selfManaged, String otherwise) {
        if (!selfManaged) {
            if (parameters.has(name)) {
                throw AwsErrors.validation(name + " cannot be specified with SERVICE_MANAGED permission model");
            }
            return null;
        }
        if (!parameters.has(name)) {
            return previous == null || previous.permissionModel() != PermissionModel.SELF_MANAGED
                    ? otherwise
                    : name.equals("ExecutionRoleName")
                            ? previous.executionRoleName()
                            : previous.administrationRoleArn();
        }
        String role = parameters.text(name);
        if (role.isEmpty() || role.length() > MAX_ROLE) {
            throw AwsErrors.constraint(name, "Member must have length between 1 and " + MAX_ROLE);
        }
        return role;
    }

    private AutoDeployment autoDeployment(boolean selfManaged) {
        QueryParameters given = parameters.structure("AutoDeployment");
        if (!parameters.has("AutoDeployment")) {
            if (!selfManaged && (previous == null || previous.autoDeployment() == null)) {
                throw AwsErrors.validation("AutoDeployment must be specified with SERVICE_MANAGED permission model");
            }
            return selfManaged ? null : previous.autoDeployment();
        }
        if (selfManaged) {
            throw AwsErrors.validation("AutoDeployment cannot be specified with SELF_MANAGED permission model");
        }
        boolean enabled = given.flag("Enabled", false);
        if (enabled != given.has("RetainStacksOnAccountRemoval")) {
            throw AwsErrors.validation(
                    "RetainStacksOnAccountRemoval must be specified when AutoDeployment is enabled, and only then");
        }
        return new AutoDeployment(enabled, enabled ? given.flag("RetainStacksOnAccountRemoval", false) : null);
    }
}
