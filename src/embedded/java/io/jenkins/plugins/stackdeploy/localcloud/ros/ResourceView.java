package io.jenkins.plugins.stackdeploy.localcloud.ros;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.localcloud.stack.ResourceState;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackRecord;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;

/** A resource as ListStackResources and GetStackResource show it. */
final class ResourceView {
    private ResourceView() {}

    static ObjectNode of(Call call, StackRecord stack, ResourceState resource) {
        boolean checked = DriftView.last(call, stack).isPresent();
        return Json.object()
                .put("StackId", stack.id())
                .put("StackName", stack.name())
                .put("LogicalResourceId", resource.logicalId())
                .put("PhysicalResourceId", resource.physicalId())
                .put("ResourceType", resource.type())
                .put("Status", resource.status())
                .put("StatusReason", resource.reason())
                .put("CreateTime", RosTime.format(resource.createdAt()))
                .put("UpdateTime", RosTime.format(resource.updatedAt()))
                .put(
                        "DriftDetectionTime",
                        DriftView.last(call, stack)
                                .map(d -> RosTime.format(d.startedAt()))
                                .orElse(null))
                .put(
                        "ResourceDriftStatus",
                        !checked ? "NOT_CHECKED" : DriftView.drifted(resource) ? "MODIFIED" : "IN_SYNC");
    }
}
