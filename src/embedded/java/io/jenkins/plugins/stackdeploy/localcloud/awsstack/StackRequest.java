package io.jenkins.plugins.stackdeploy.localcloud.awsstack;

import io.jenkins.plugins.stackdeploy.localcloud.aws.AwsErrors;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryParameters;
import io.jenkins.plugins.stackdeploy.localcloud.aws.TemplateStore;
import io.jenkins.plugins.stackdeploy.localcloud.template.AwsParameterValues;
import io.jenkins.plugins.stackdeploy.localcloud.template.AwsTemplate;
import io.jenkins.plugins.stackdeploy.localcloud.template.Template;
import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What CreateStack, UpdateStack and CreateChangeSet have in common: template, parameters, capabilities, tags. */
final class StackRequest {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z][-a-zA-Z0-9]{0,127}");
    private static final Pattern TOKEN = Pattern.compile("[a-zA-Z0-9][-a-zA-Z0-9]{0,127}");
    private static final int MAX_TAGS = 50;
    private static final int MAX_MINUTES = 60 * 24 * 7;

    private final QueryParameters parameters;
    private final AwsRevision previous;

    /**
     * @param previous what the stack is now, or null for a new one
     */
    StackRequest(QueryParameters parameters, AwsRevision previous) {
        this.parameters = parameters;
        this.previous = previous;
    }

    /** Returns the name for a new stack. */
    static String newName(QueryParameters parameters) {
        parameters.required("StackName");
        return parameters.matching("StackName", NAME);
    }

    /** Returns the ClientRequestToken, or null. */
    static String token(QueryParameters parameters) {
        return parameters.matching("ClientRequestToken", TOKEN);
    }

    /**
     * Checks everything and returns what the stack is to become.
     *
     * @throws ApiError ValidationError, or InsufficientCapabilitiesException
     */
    AwsRevision revision(TemplateStore templates) {
        String body = TemplateArgument.read(parameters, templates, previous == null ? null : previous.templateBody());
        Template template = AwsTemplate.parse(body);
        checkCapabilities(template);
        return new AwsRevision(body, AwsParameterValues.resolve(template, given()), tags());
    }

    private Map<String, String> given() {
        Map<String, String> result = new HashMap<>();
        for (QueryParameters parameter : parameters.structures("Parameters")) {
            String key = parameter.required("ParameterKey");
            if (parameter.flag("UsePreviousValue", false)) {
                if (previous == null || !previous.parameters().containsKey(key)) {
                    throw AwsErrors.validation(
                            "Invalid input for parameter key " + key
                                    + ". Cannot specify usePreviousValue as true for a parameter key not in the previous template");
                }
                result.put(key, previous.parameters().get(key));
            } else {
                result.put(key, parameter.text("ParameterValue"));
            }
        }
        return result;
    }

    private void checkCapabilities(Template template) {
        Set<String> missing = new HashSet<>(AwsTemplate.capabilities(template));
        List<String> given = parameters.texts("Capabilities");
        missing.removeAll(given);
        if (given.contains("CAPABILITY_NAMED_IAM")) {
            missing.remove("CAPABILITY_IAM");
        }
        if (!missing.isEmpty()) {
            throw new ApiError(400, "InsufficientCapabilitiesException", "Requires capabilities : " + missing);
        }
    }

    private Map<String, String> tags() {
        if (!parameters.has("Tags") && previous != null) {
            return previous.tags();
        }
        Map<String, String> result = new LinkedHashMap<>();
        for (QueryParameters tag : parameters.structures("Tags")) {
            result.put(tag.required("Key"), tag.required("Value"));
        }
        if (result.size() > MAX_TAGS) {
            throw AwsErrors.constraint("tags", "Member must have length less than or equal to " + MAX_TAGS);
        }
        return result;
    }

    /** Returns what the stack is to remember; what is not said stays as it was. */
    AwsSettings settings(AwsSettings before) {
        boolean disableRollback = parameters.flag("DisableRollback", false);
        String onFailure = parameters.has("OnFailure") ? parameters.text("OnFailure") : null;
        if (onFailure != null && parameters.has("DisableRollback")) {
            throw AwsErrors.validation("Either DisableRollback or OnFailure can be specified, not both.");
        }
        if (onFailure != null && !Set.of("ROLLBACK", "DELETE", "DO_NOTHING").contains(onFailure)) {
            throw AwsErrors.constraint(
                    "onFailure", "Member must satisfy enum value set: [DO_NOTHING, ROLLBACK, DELETE]");
        }
        return new AwsSettings(
                onFailure == null ? disableRollback ? "DO_NOTHING" : "ROLLBACK" : onFailure,
                disableRollback,
                parameters.integer("TimeoutInMinutes", 1, MAX_MINUTES, before.timeoutInMinutes()),
                parameters.flag("EnableTerminationProtection", before.terminationProtected()),
                parameters.has("RoleARN") ? parameters.text("RoleARN") : before.roleArn(),
                parameters.texts("Capabilities"),
                parameters.has("NotificationARNs") ? parameters.texts("NotificationARNs") : before.notificationArns());
    }
}
