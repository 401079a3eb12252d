package io.jenkins.plugins.stackdeploy.localcloud.ros;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.localcloud.stack.LiveResources;
import io.jenkins.plugins.stackdeploy.localcloud.stack.ResourceState;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackFamily;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackRecord;
import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** GetStackResource. */
final class GetStackResource implements RosAction {
    private static final ParameterSpec SPEC = ParameterSpec.of("ClientToken:S, LogicalResourceId*:S, RegionId*:S, "
            + "ResourceAttributes.N, ShowResourceAttributes:B, StackId*:S");

    @Override
    public ParameterSpec spec() {
        return SPEC;
    }

    @Override
    public Answer run(Call call) {
        StackRecord stack = call.stack();
        String id = call.parameters().text("LogicalResourceId");
        Map<String, ResourceState> resources = stack.at(call.now()).resources();
        ResourceState resource = resources.get(id);
        if (resource == null) {
            throw new ApiError(
                    404,
                    "ResourceNotFound",
                    "The Resource (" + id + ") could not be found in Stack " + stack.name() + ".");
        }
        ObjectNode answer = ResourceView.of(call, stack, resource);
        answer.set("Metadata", resource.target().metadata());
        StackFamily family = call.cloud().store().familyOf(stack.id()).orElseThrow();
        LiveResources live = new LiveResources(resources, family, call.now());
        ArrayNode attributes = answer.putArray("ResourceAttributes");
        for (String name : attributeNames(call.parameters(), resource)) {
            live.attribute(id, name).ifPresent(value -> attributes
                    .addObject()
                    .put("ResourceAttributeName", name)
                    .set("ResourceAttributeValue", value));
        }
        return Answer.of(answer);
    }

    private static Collection<String> attributeNames(Parameters parameters, ResourceState resource) {
        List<String> named = parameters.list("ResourceAttributes");
        if (!named.isEmpty() || !parameters.flag("ShowResourceAttributes", false)) {
            return named;
        }
        return resource.target().catalogued().attributes();
    }
}
