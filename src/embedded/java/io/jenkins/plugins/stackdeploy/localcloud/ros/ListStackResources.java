package io.jenkins.plugins.stackdeploy.localcloud.ros;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackRecord;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;

/** ListStackResources. It is not paged. */
final class ListStackResources implements RosAction {
    private static final ParameterSpec SPEC = ParameterSpec.of("RegionId*:S, StackId*:S");

    @Override
    public ParameterSpec spec() {
        return SPEC;
    }

    @Override
    public Answer run(Call call) {
        StackRecord stack = call.stack();
        ObjectNode answer = Json.object();
        ArrayNode resources = answer.putArray("Resources");
        stack.at(call.now()).resources().values().forEach(r -> resources.add(ResourceView.of(call, stack, r)));
        return Answer.of(answer);
    }
}
