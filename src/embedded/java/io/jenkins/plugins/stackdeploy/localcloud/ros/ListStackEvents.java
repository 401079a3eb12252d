package io.jenkins.plugins.stackdeploy.localcloud.ros;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackRecord;
import io.jenkins.plugins.stackdeploy.localcloud.stack.Transition;
import io.jenkins.plugins.stackdeploy.localcloud.template.ResourceType;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** ListStackEvents, newest first; the stack itself has events of the type ALIYUN::ROS::Stack. */
final class ListStackEvents implements RosAction {
    private static final ParameterSpec SPEC = ParameterSpec.of(
            "LogicalResourceId.N, PageNumber:L, PageSize:L, " + "RegionId*:S, ResourceType.N, StackId*:S, Status.N");

    @Override
    public ParameterSpec spec() {
        return SPEC;
    }

    @Override
    public Answer run(Call call) {
        StackRecord stack = call.stack();
        List<String> ids = call.parameters().list("LogicalResourceId");
        List<String> types = call.parameters().list("ResourceType");
        List<String> statuses = call.parameters().list("Status");
        List<Transition> events = stack.operations().stream()
                .flatMap(operation -> operation.timeline().stream())
                .filter(t -> t.eventId() != null && !t.at().isAfter(call.now()))
                .filter(t -> ids.isEmpty() || ids.contains(t.ofStack() ? stack.name() : t.logicalId()))
                .filter(t -> types.isEmpty() || types.contains(t.ofStack() ? ResourceType.STACK : t.resourceType()))
                .filter(t -> statuses.isEmpty() || statuses.contains(t.status()))
                .collect(Collectors.toList());
        Collections.reverse(events);
        return Answer.of(Paging.page(call.parameters(), "Events", events, event -> view(stack, event)));
    }

    private static ObjectNode view(StackRecord stack, Transition event) {
        return Json.object()
                .put("EventId", event.eventId())
                .put("CreateTime", RosTime.format(event.at()))
                .put("StackId", stack.id())
                .put("StackName", stack.name())
                .put("LogicalResourceId", event.ofStack() ? stack.name() : event.logicalId())
                .put("PhysicalResourceId", event.ofStack() ? stack.id() : event.physicalId())
                .put("ResourceType", event.ofStack() ? ResourceType.STACK : event.resourceType())
                .put("Status", event.status())
                .put("StatusReason", event.reason());
    }
}
