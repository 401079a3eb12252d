package io.jenkins.plugins.stackdeploy.localcloud.ros;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;

/** GetStackPolicy. */
final class GetStackPolicy implements RosAction {
    private static final ParameterSpec SPEC = ParameterSpec.of("RegionId*:S, StackId*:S");

    @Override
    public ParameterSpec spec() {
        return SPEC;
    }

    @Override
    public Answer run(Call call) {
        ObjectNode policy = call.stack().stackPolicy();
        ObjectNode answer = Json.object();
        answer.set("StackPolicyBody", policy == null ? Json.object() : policy);
        return Answer.of(answer);
    }
}
