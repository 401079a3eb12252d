package io.jenkins.plugins.stackdeploy.localcloud.awsstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.localcloud.template.ParameterDefinition;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** Stacks, resources and events as answers show them. */
final class StackView {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private StackView() {}

    static String time(Instant instant) {
        return TIME.format(instant);
    }

    /** The fields that ListStacks shows; DescribeStacks shows them too. */
    static ObjectNode summary(AwsStack stack, Instant now) {
        AwsSnapshot state = stack.at(now);
        ObjectNode view = Json.object()
                .put("StackId", stack.id())
                .put("StackName", stack.name())
                .put("CreationTime", time(stack.createdAt()))
                .put("StackStatus", state.status());
        put(view, "StackStatusReason", state.reason());
        stack.operations().stream()
                .filter(operation -> operation.kind() == AwsOperation.Kind.UPDATE)
                .reduce((earlier, later) -> later)
                .ifPresent(update -> view.put("LastUpdatedTime", time(update.submittedAt())));
        if (state.deleted()) {
            view.put("DeletionTime", time(state.changedAt()));
        }
        view.putObject("DriftInformation").put("StackDriftStatus", "NOT_CHECKED");
        return view;
    }

    static ObjectNode full(AwsStack stack, Instant now) {
        ObjectNode view = summary(stack, now);
        AwsSnapshot state = stack.at(now);
        AwsSettings settings = stack.settings();
        view.put("DisableRollback", settings.onFailure().equals("DO_NOTHING"))
                .put("EnableTerminationProtection", settings.terminationProtected());
        view.putObject("RollbackConfiguration");
        view.set("NotificationARNs", Json.texts(settings.notificationArns()));
        view.set("Capabilities", Json.texts(settings.capabilities()));
        if (!settings.roleArn().isEmpty()) {
            view.put("RoleARN", settings.roleArn());
        }
        if (settings.timeoutInMinutes() > 0) {
            view.put("TimeoutInMinutes", settings.timeoutInMinutes());
        }
        view.set("Outputs", outputs(state));
        AwsRevision revision = state.revision();
        if (revision != null) {
            put(view, "Description", description(revision));
            view.set("Parameters", parameters(revision));
            view.set("Tags", tags(revision.tags()));
        }
        return view;
    }

    private static ArrayNode outputs(AwsSnapshot state) {
        ArrayNode result = state.outputs().deepCopy();
        for (JsonNode output : result) {
            if (output instanceof ObjectNode shown
                    && output.path("Description").asText("").isEmpty()) {
                shown.remove("Description");
            }
        }
        return result;
    }

    /** All values; secrets as asterisks. */
    static ArrayNode parameters(AwsRevision revision) {
        ArrayNode result = Json.array();
        for (ParameterDefinition parameter : revision.template().parameters().values()) {
            String value = revision.parameters().get(parameter.name());
            result.addObject()
                    .put("ParameterKey", parameter.name())
                    .put("ParameterValue", parameter.noEcho() ? "****" : value);
        }
        return result;
    }

    /** The template's description, or null. */
    static String description(AwsRevision revision) {
        String description = revision.template().description();
        return description.isEmpty() ? null : description;
    }

    static ArrayNode tags(Map<String, String> tags) {
        ArrayNode result = Json.array();
        tags.forEach((key, value) -> result.addObject().put("Key", key).put("Value", value));
        return result;
    }

    static ObjectNode event(AwsStack stack, AwsOperation operation, AwsEvent event) {
        ObjectNode view = Json.object()
                .put("StackId", stack.id())
                .put("EventId", event.eventId())
                .put("StackName", stack.name())
                .put("LogicalResourceId", event.logicalId())
                .put("PhysicalResourceId", event.physicalId())
                .put("ResourceType", event.type())
                .put("Timestamp", time(event.at()))
                .put("ResourceStatus", event.status());
        put(view, "ResourceStatusReason", event.reason());
        put(view, "ClientRequestToken", operation.token());
        if (event.target() != null) {
            view.put("ResourceProperties", event.target().properties().toString());
        }
        return view;
    }

    /** A resource; {@code timeName} is what the action calls the time of the last change. */
    static ObjectNode resource(AwsResource resource, String timeName) {
        ObjectNode view = Json.object()
                .put("LogicalResourceId", resource.logicalId())
                .put("PhysicalResourceId", resource.physicalId())
                .put("ResourceType", resource.type())
                .put(timeName, time(resource.at()))
                .put("ResourceStatus", resource.status());
        put(view, "ResourceStatusReason", resource.reason());
        view.putObject("DriftInformation").put("StackResourceDriftStatus", "NOT_CHECKED");
        return view;
    }

    static void put(ObjectNode view, String name, String value) {
        if (value != null) {
            view.put(name, value);
        }
    }
}
