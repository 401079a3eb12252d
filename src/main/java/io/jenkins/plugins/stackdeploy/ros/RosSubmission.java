package io.jenkins.plugins.stackdeploy.ros;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.SecretValues;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes a request as the parameters of CreateStack, UpdateStack and DeleteStack. */
final class RosSubmission {
    private final RosDeployRequest request;
    private final SecretValues secrets;

    RosSubmission(RosDeployRequest request, SecretValues secrets) {
        this.request = request;
        this.secrets = secrets;
    }

    /**
     * A call that is ready to be sent: whatever it needs, secrets too, has been fetched.
     *
     * @param action the action
     * @param query its parameters
     * @param body its long parameters
     */
    record Call(String action, Map<String, String> query, Map<String, String> body) {
        JsonNode send(RosClient client) throws CloudException {
            return client.call(action, query, body);
        }

        @Override
        public String toString() {
            return action;
        }
    }

    /** CreateStack. */
    Call create(String token) throws CloudException {
        Map<String, String> query = common(token);
        query.put("StackName", request.stackName());
        if (request.deletionProtection() != null) {
            query.put("DeletionProtection", request.deletionProtection() ? "Enabled" : "Disabled");
        }
        list(query, "NotificationURLs", request.notificationUrls());
        return new Call("CreateStack", query, body());
    }

    /** UpdateStack. */
    Call update(String stackId, String token) throws CloudException {
        Map<String, String> query = common(token);
        query.put("StackId", stackId);
        if (request.usePreviousParameters() != null) {
            query.put("UsePreviousParameters", request.usePreviousParameters().toString());
        }
        if (request.replacement() != null) {
            query.put("ReplacementOption", request.replacement() ? "Enabled" : "Disabled");
        }
        return new Call("UpdateStack", query, body());
    }

    /** DeleteStack of what is in the way. */
    Call delete(String stackId) {
        Map<String, String> query = new TreeMap<>();
        query.put("StackId", stackId);
        put(query, "RamRoleName", request.ramRoleName());
        return new Call("DeleteStack", query, Map.of());
    }

    private Map<String, String> common(String token) throws CloudException {
        Map<String, String> query = new TreeMap<>();
        query.put("ClientToken", token);
        RosTemplate template = request.template();
        put(query, "TemplateURL", template.url());
        put(query, "TemplateId", template.id());
        put(query, "TemplateVersion", template.version());
        parameters(query);
        int number = 0;
        for (Map.Entry<String, String> tag : request.tags().entrySet()) {
            number++;
            query.put("Tags." + number + ".Key", tag.getKey());
            query.put("Tags." + number + ".Value", tag.getValue());
        }
        put(query, "TimeoutInMinutes", request.timeoutInMinutes());
        put(query, "DisableRollback", request.disableRollback());
        put(query, "StackPolicyBody", request.stackPolicyBody());
        put(query, "Parallelism", request.parallelism());
        put(query, "ResourceGroupId", request.resourceGroupId());
        put(query, "RamRoleName", request.ramRoleName());
        return query;
    }

    private void parameters(Map<String, String> query) throws CloudException {
        boolean secret = request.parameters().stream().anyMatch(RosParameter::secret);
        Map<String, String> values = secret ? secrets.get() : Map.of();
        int number = 0;
        for (RosParameter parameter : request.parameters()) {
            number++;
            query.put("Parameters." + number + ".ParameterKey", parameter.key());
            query.put(
                    "Parameters." + number + ".ParameterValue",
                    parameter.secret() ? values.get(parameter.key()) : parameter.value());
        }
    }

    private Map<String, String> body() {
        String body = request.template().body();
        return body == null ? Map.of() : Map.of("TemplateBody", body);
    }

    private static void put(Map<String, String> query, String name, Object value) {
        if (value != null) {
            query.put(name, value.toString());
        }
    }

    static void list(Map<String, String> query, String name, List<String> values) {
        int number = 0;
        for (String value : values) {
            query.put(name + "." + ++number, value);
        }
    }
}
