package io.jenkins.plugins.stackdeploy.localcloud.ros;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.localcloud.stack.Failure;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackRecord;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackState;
import io.jenkins.plugins.stackdeploy.localcloud.template.ParameterDefinition;
import io.jenkins.plugins.stackdeploy.localcloud.template.PseudoParameters;
import io.jenkins.plugins.stackdeploy.localcloud.template.Template;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;
import java.util.Map;
import java.util.TreeMap;

/** A stack as GetStack and ListStacks show it. */
final class StackView {
    private StackView() {}

    /** The fields that ListStacks shows; GetStack shows them too. */
    static ObjectNode summary(Call call, StackRecord stack) {
        StackState state = call.shown(stack);
        ObjectNode view = Json.object()
                .put("StackId", stack.id())
                .put("StackName", stack.name())
                .put("RegionId", stack.regionId())
                .put("Status", state.status())
                .put("StatusReason", state.reason())
                .put("StackType", "ROS")
                .put("CreateTime", RosTime.format(stack.createdAt()))
                .put("UpdateTime", RosTime.format(state.updatedAt()))
                .put("DisableRollback", stack.settings().disableRollback())
                .put("TimeoutInMinutes", stack.settings().timeoutInMinutes())
                .put("DeletionProtection", stack.deletionProtected() ? "Enabled" : "Disabled")
                .put("ResourceGroupId", stack.settings().resourceGroupId())
                .put("ServiceManaged", false)
                .put("ParentStackId", stack.parentId());
        DriftView.addTo(view, call, stack);
        tags(view, stack);
        if (state.failure() != null) {
            view.set("OperationInfo", operationInfo(state.failure()));
        }
        return view;
    }

    static ObjectNode full(Call call, StackRecord stack) {
        ObjectNode view = summary(call, stack);
        StackState state = call.shown(stack);
        String root =
                call.cloud().store().familyOf(stack.id()).orElseThrow().root().id();
        view.put("RootStackId", root)
                .put("RamRoleName", stack.settings().ramRoleName())
                .put("RollbackFailedRootReason", state.rollbackFailedRootReason())
                .put("TemplateId", stack.settings().templateId())
                .put("TemplateURL", stack.settings().templateUrl())
                .put("TemplateVersion", stack.settings().templateId().isEmpty() ? "" : "v1")
                .put("TemplateScratchId", "")
                .put("ServiceName", "")
                .put("Interface", "");
        int resources = state.resources().size();
        boolean checked = DriftView.last(call, stack).isPresent();
        view.put("CheckedStackResourceCount", checked ? resources : 0)
                .put("NotCheckedStackResourceCount", checked ? 0 : resources);
        view.set("NotificationURLs", Json.texts(stack.settings().notificationUrls()));
        view.putArray("OrderIds");
        if (state.revision() != null) {
            Template template = state.revision().template();
            view.put("Description", template.description()).put("TemplateDescription", template.description());
            view.set("Parameters", parameters(template, state.revision().parameters(), stack.pseudoParameters()));
        }
        String outputs = call.parameters().choice("OutputOption", "Enabled", "Disabled");
        if (outputs.equals("Enabled")) {
            view.set("Outputs", state.outputs());
        }
        if (!call.parameters()
                .choice("LogOption", "Stack", "None", "Resource", "All")
                .equals("None")) {
            view.putObject("Log").putArray("TerraformLogs");
        }
        ProgressView.addTo(view, call.parameters(), state);
        return view;
    }

    /** All values, those of the pseudo parameters too; secrets as asterisks. */
    static ArrayNode parameters(Template template, Map<String, String> values, PseudoParameters pseudo) {
        Map<String, String> shown = new TreeMap<>(pseudo.values());
        for (ParameterDefinition parameter : template.parameters().values()) {
            shown.put(parameter.name(), parameter.noEcho() ? "******" : values.get(parameter.name()));
        }
        ArrayNode result = Json.array();
        shown.forEach(
                (key, value) -> result.addObject().put("ParameterKey", key).put("ParameterValue", value));
        return result;
    }

    static ObjectNode operationInfo(Failure failure) {
        return Json.object()
                .put("Action", failure.action())
                .put("Code", failure.code())
                .put("LogicalResourceId", failure.logicalId())
                .put("Message", failure.message())
                .put("RequestId", failure.requestId())
                .put("ResourceType", failure.resourceType());
    }

    private static void tags(ObjectNode view, StackRecord stack) {
        ArrayNode tags = view.putArray("Tags");
        stack.settings()
                .tags()
                .forEach(tag -> tags.addObject().put("Key", tag.key()).put("Value", tag.value()));
    }
}
