package io.jenkins.plugins.stackdeploy.localcloud.ros;

import io.jenkins.plugins.stackdeploy.localcloud.stack.StackFamily;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackRecord;
import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;

/** SetDeletionProtection. Nested stacks follow their root. */
final class SetDeletionProtection implements RosAction {
    private static final ParameterSpec SPEC = ParameterSpec.of("DeletionProtection*:S, RegionId*:S, StackId*:S");

    @Override
    public ParameterSpec spec() {
        return SPEC;
    }

    @Override
    public Answer run(Call call) {
        StackRecord stack = call.stack();
        if (stack.parentId() != null) {
            throw new ApiError(
                    400,
                    "InvalidOperation.SetDeletionProtection",
                    "The deletion protection of a nested stack follows that of its root stack.");
        }
        StackFamily family = call.rootFamily(stack);
        family.root()
                .deletionProtected(call.parameters()
                        .choice("DeletionProtection", "Disabled", "Enabled")
                        .equals("Enabled"));
        return call.commit(family, Json.object());
    }
}
