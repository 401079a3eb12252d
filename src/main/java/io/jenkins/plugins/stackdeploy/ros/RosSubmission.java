package io.jenkins.plugins.stackdeploy.ros;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.SecretValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes a request as the parameters of the calls that carry it out or prepare it. */
final class RosSubmission {
    /** What ROS takes when nothing is said. Source: ROS API 2019-09-10, CreateStack. */
    private static final String USUAL_TIMEOUT_MINUTES = "60";

    /** Source: ROS API 2019-09-10, CreateStack, NotificationURLs. */
    private static final int NOTIFICATIONS_MOST = 5;

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

    /**
     * CreateStack.
     *
     * @param token the token
     * @param notificationUrl an address to notify beside those of the request; null for none
     */
    Call create(String token, String notificationUrl) throws CloudException {
        Map<String, String> query = common(token);
        query.put("StackName", request.stackName());
        if (request.deletionProtection() != null) {
            query.put("DeletionProtection", request.deletionProtection() ? "Enabled" : "Disabled");
        }
        list(query, "NotificationURLs", notificationUrls(notificationUrl));
        return new Call("CreateStack", query, body());
    }

    /** Those of the request come first: when there is no place left, our own looks have to do. */
    private List<String> notificationUrls(String own) {
        List<String> urls = new ArrayList<>(request.notificationUrls());
        if (own != null && urls.size() < NOTIFICATIONS_MOST) {
            urls.add(own);
        }
        return urls;
    }

    /** UpdateStack. */
    Call update(String stackId, String token) throws CloudException {
        Map<String, String> query = common(token);
        toStack(query, stackId);
        return new Call("UpdateStack", query, body());
    }

    private void toStack(Map<String, String> query, String stackId) {
        query.put("StackId", stackId);
        put(query, "UsePreviousParameters", request.usePreviousParameters());
        if (request.replacement() != null) {
            query.put("ReplacementOption", request.replacement() ? "Enabled" : "Disabled");
        }
    }

    /**
     * CreateChangeSet for a stack to update. ROS takes no DisableRollback in it (API 2019-09-10, CreateChangeSet).
     *
     * @param stackId the stack
     * @param token the token, which is the change set's name too
     * @param description what the change set says of itself
     */
    Call changeSet(String stackId, String token, String description) throws CloudException {
        Map<String, String> query = changeSet(token, description, request.notificationUrls());
        query.put("ChangeSetType", "UPDATE");
        query.remove("DisableRollback");
        toStack(query, stackId);
        return new Call("CreateChangeSet", query, body());
    }

    /**
     * CreateChangeSet for a stack to create. ROS needs the timeout in it (API 2019-09-10, CreateChangeSet).
     *
     * @param token the token, which is the change set's name too
     * @param description what the change set says of itself
     * @param notificationUrl an address to notify beside those of the request; null for none
     */
    Call changeSetThatCreates(String token, String description, String notificationUrl) throws CloudException {
        Map<String, String> query = changeSet(token, description, notificationUrls(notificationUrl));
        query.put("ChangeSetType", "CREATE");
        query.put("StackName", request.stackName());
        query.putIfAbsent("TimeoutInMinutes", USUAL_TIMEOUT_MINUTES);
        return new Call("CreateChangeSet", query, body());
    }

    private Map<String, String> changeSet(String token, String description, List<String> notificationUrls)
            throws CloudException {
        Map<String, String> query = common(token);
        query.put("ChangeSetName", token);
        query.put("Description", description);
        list(query, "NotificationURLs", notificationUrls);
        return query;
    }

    /**
     * GetTemplateEstimateCost.
     *
     * @param stackId the stack to update; null for one to create
     */
    Call cost(String stackId) throws CloudException {
        Map<String, String> query = new TreeMap<>();
        put(query, "StackId", stackId);
        template(query);
        parameters(query);
        return new Call("GetTemplateEstimateCost", query, body());
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
        template(query);
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

    private void template(Map<String, String> query) {
        put(query, "TemplateURL", request.template().url());
        put(query, "TemplateId", request.template().id());
        put(query, "TemplateVersion", request.template().version());
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
