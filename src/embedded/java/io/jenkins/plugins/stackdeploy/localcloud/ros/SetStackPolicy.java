package io.jenkins.plugins.stackdeploy.localcloud.ros;

import io.jenkins.plugins.stackdeploy.localcloud.stack.StackFamily;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;

/** SetStackPolicy. */
final class SetStackPolicy implements RosAction {
    private static final ParameterSpec SPEC = ParameterSpec.of("RegionId*:S, StackId*:S, StackPolicyBody*:S");

    @Override
    public ParameterSpec spec() {
        return SPEC;
    }

    @Override
    public Answer run(Call call) {
        StackFamily family = call.rootFamily(call.stack());
        family.root().stackPolicy(StackPolicy.read(call.parameters(), "StackPolicyBody"));
        return call.commit(family, Json.object());
    }
}
